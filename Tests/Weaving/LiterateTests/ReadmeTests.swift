import Foundation
import TestSupport
import Testing

/// What the README shows of the book, held to the book.
struct ReadmeTests {
    @Test func `the example stands in the chapter, and its error names the line of the claim`() throws {
        func text(_ path: String) throws -> String {
            try String(contentsOf: Repository.file(path), encoding: .utf8)
        }
        let (readme, chapter, page) = try (
            text("README.md"), text("chapters/02-the-reward.md"), text("site/02-the-reward.html")
        )
        let example = try #require(readme.firstMatch(of: #/````markdown\n(.*?)````/#.dotMatchesNewlines())).output.1
        // The README's columns are narrow: lines may break elsewhere.
        func words(_ text: some StringProtocol) -> String { text.split { " \n".contains($0) }.joined(separator: " ") }
        for paragraph in example.split(separator: "\n\n") {
            let code = words(paragraph.replacing(#/```(swift)?|//\| echo: false/#, with: ""))
            #expect(words(chapter).contains(code), "\(paragraph)")
        }
        let claim = "collisions lower the ceiling of problem 7"
        let line = try #require(
            chapter.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(claim) })
        #expect(readme.contains("chapters/02-the-reward.md:\(line + 1):1: error: not true any more: \(claim)\n"))
        // Terms may be links there.
        let shown = page.replacing(#/<[^>]+>/#, with: "")
        #expect(shown.contains("Averaged over the prompts of problem 7 that makes −1.59."))
        #expect(readme.contains("Averaged over the prompts of problem 7 that makes −1.59."))
    }
}
