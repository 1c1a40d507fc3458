import Foundation
import Testing

@testable import Literate

@Suite struct ColophonTests {
    private func foot(_ settings: String) async throws -> String {
        let book = try TemporaryBook(["01-a.md": "# A\n", "book.yml": settings])
        defer { book.remove() }
        _ = try await book.weave()
        let page = try book.page("01-a.html")
        return String(page[try #require(page.range(of: "<footer")).lowerBound...])
    }

    @Test func `a page says where its book comes from, and where its text is and mistakes are reported`() async throws {
        let foot = try await foot(
            """
            title: T
            repository: https://example.org/t
            version: "1.2"
            licence: MIT
            source: https://example.org/t/{path}
            report: https://example.org/t/issues/new?title={path}
            """)
        #expect(foot.contains("<a href=\"https://example.org/t/chapters/01-a.md\"><code>chapters/01-a.md</code></a>"))
        #expect(
            foot.contains(
                "<p>T: version 1.2, from <a href=\"https://example.org/t\">https://example.org/t</a>, under the licence MIT.</p>"
            ))
        #expect(foot.contains("<a href=\"https://example.org/t/issues/new?title=chapters/01-a.md\">Report a mistake"))
    }

    @Test func `a book that does not say has a path and nothing else`() async throws {
        let foot = try await foot("title: T\n")
        #expect(foot.contains("Woven from <code>chapters/01-a.md</code>"))
        #expect(!foot.contains("licence") && !foot.contains("Report"))
    }
}
