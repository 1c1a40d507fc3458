import Foundation
import Markdown
import Testing

@testable import Literate

struct ExcerptTests {
    private func excerpt(_ source: String, _ line: Int, _ column: Int) -> String? {
        Excerpt(of: source, at: SourcePosition(line: line, column: column))?.description
    }

    @Test func `the caret stands under the place, in characters though columns count bytes`() {
        #expect(excerpt("one\nlet é = 1", 2, 8) == "   2 | let é = 1\n     |       ^")
        #expect(excerpt("\tx", 1, 2) == "   1 | \tx\n     | \t^")
        #expect(excerpt("日本 x", 1, 8) == "   1 | 日本 x\n     |      ^")
    }

    @Test func `a caret may stand behind the line, and a line that is not there has no excerpt`() {
        #expect(excerpt("ab", 1, 3) == "   1 | ab\n     |   ^")
        #expect(excerpt("ab", 1, 99) == "   1 | ab\n     |   ^")
        #expect(excerpt("ab", 2, 1) == nil)
    }

    @Test func `a long line is cut around the place`() throws {
        let text = try #require(excerpt(String(repeating: "x", count: 500), 1, 301))
        let lines = text.split(separator: "\n")
        #expect(lines[0] == "   1 | …" + String(repeating: "x", count: 100) + "…")
        #expect(lines[1].count == 7 + 1 + 50 + 1)
    }

    @Test func `control characters do not reach the terminal`() {
        #expect(excerpt("a\u{1b}[2Jb", 1, 1)?.contains("\u{1b}") == false)
    }

    @Test func `editors get the same as JSON`() {
        let place = SourcePosition(line: 2, column: 3)
        let found = [
            Diagnostic(path: "a.md", position: place, severity: .warning, problem: .unusedNote("n")),
            Diagnostic(path: "b.md", position: nil, problem: .noChapters),
        ]
        #expect(
            DiagnosticReport(found, folder: URL(fileURLWithPath: "/")).json == """
                [
                  {
                    "column" : 3,
                    "line" : 2,
                    "message" : "the note 'n' is never used",
                    "path" : "a.md",
                    "severity" : "warning"
                  },
                  {
                    "message" : "has no chapter (a file that ends in .md)",
                    "path" : "b.md",
                    "severity" : "error"
                  }
                ]

                """)
        #expect(DiagnosticReport([], folder: URL(fileURLWithPath: "/")).json == "[\n\n]\n")
    }
}
