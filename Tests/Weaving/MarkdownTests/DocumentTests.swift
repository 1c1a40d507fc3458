import CCMark
import Testing

@testable import Markdown

struct DocumentTests {
    private func cmark(_ source: String) -> String {
        let html = cmark_markdown_to_html(source, source.utf8.count, CMARK_OPT_UNSAFE)!
        defer { html.deallocate() }
        return String(cString: html)
    }

    @Test(arguments: [
        "A *short* **text** with `code` and a [link](/url \"title\").",
        "# One\n\nTwo\nlines  \nand a break\n\n***\n\n## Three",
        "> quoted\n> lines\n>\n> - in\n> - a list",
        "1. one\n2. two\n\n   more\n\n7) seven\n8) eight",
        "- a\n- b\n\n\n* c\n  * d",
        "```swift no_run\nlet x = \"<&>\"\n```\n\n    indented",
        "~~~\nfence\n~~~",
        "<div>\n*raw*\n</div>\n\nand <b>inline</b> &amp; &copy; \\* ![alt *text*](a.png \"t\")",
        "[ref]: /somewhere 'T'\n\nSee [ref] and <https://example.org>.",
        "\u{0}null and \r\nwindows\r\nlines",
        "",
    ])
    func `a document comes through as libcmark renders it`(source: String) throws {
        #expect(try Document(parsing: source).html == cmark(source))
    }

    @Test func `blocks and inlines know where they stand`() throws {
        let document = try Document(parsing: "One *two*\n\n```\ncode\n```\n")
        #expect(document.blocks.map(\.range.start) == [.init(line: 1, column: 1), .init(line: 3, column: 1)])
        guard case .paragraph(let inlines) = document.blocks[0].kind else { return #expect(Bool(false)) }
        #expect(inlines.map(\.range.start.column) == [1, 5])
    }

    @Test func `typographic punctuation is made on request`() throws {
        #expect(try Document(parsing: "\"it's\" -- so...", as: .book).html == "<p>“it’s” – so…</p>\n")
        #expect(try Document(parsing: "it's", as: .commonMark).html == "<p>it's</p>\n")
    }

    @Test func `nesting deeper than any author needs is an error at its line`() {
        #expect(throws: MarkdownError.nestedTooDeeply(line: 2)) {
            try Document(parsing: "\n" + String(repeating: ">", count: 20_000) + " deep")
        }
        #expect(throws: MarkdownError.nestedTooDeeply(line: 1)) {
            try Document(
                parsing: String(repeating: "*a **a ", count: 2_000) + String(repeating: "b** b*", count: 2_000))
        }
    }
}
