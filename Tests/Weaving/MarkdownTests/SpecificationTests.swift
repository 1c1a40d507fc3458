import CCMark
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// The examples of the CommonMark specification 0.30.
struct SpecificationTests {
    private struct Example: Decodable {
        var markdown: String
        var example: Int
    }

    /// Where an extension of ours means something else: none of the specification's examples uses one.
    private static let extended: [Int] = []

    @Test func `every example comes out as libcmark renders it`() throws {
        let file = Repository.file("Tests/Weaving/MarkdownTests/Fixtures/commonmark-0.30.json")
        let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
        #expect(examples.count == 652)
        let different = try examples.filter { try Document(parsing: $0.markdown).html != libcmark($0.markdown) }
        #expect(different.map(\.example) == Self.extended)
    }

    private func libcmark(_ markdown: String) -> String {
        let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_UNSAFE)
        defer { free(html) }
        return html.map { String(cString: $0) } ?? ""
    }
}
