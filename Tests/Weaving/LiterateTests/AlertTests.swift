import Testing

@testable import Literate
@testable import Markdown

struct AlertTests {
    private func html(_ source: String) -> String {
        let chapter = Chapter(parsing: "# T\n\n" + source, path: "a.md", stem: "a")
        #expect(chapter.diagnostics.isEmpty)
        return Rendering(chapter: chapter).html(of: chapter.blocks).text
    }

    @Test func `a quotation that names its kind is a box with that title`() {
        #expect(
            html("> [!WARNING]\n> Mind the *gap*.\n>\n> - a\n") == """
                <div class="alert warning" role="note"><p class="alert-title">Warning</p>
                <p>Mind the <em>gap</em>.</p>
                <ul>
                <li>a</li>
                </ul>
                </div>

                """)
        #expect(html("> [!note]\n").contains("<p class=\"alert-title\">Note</p>"))
    }

    @Test func `what stands in definitions and between tildes is read like other text`() {
        let woven = html("Term\n: See [^a] and ~~$`x`$~~.\n\n[^a]: A note.\n")
        #expect(woven.contains("A note.") && woven.contains("<del>") && woven.contains("<math"))
    }

    @Test(arguments: ["> \\[!NOTE]\n> Text", "> [!NOTE] and text", "> text\n> [!NOTE]"])
    func `other quotations stay quotations`(source: String) {
        #expect(html(source).hasPrefix("<blockquote>"))
    }
}
