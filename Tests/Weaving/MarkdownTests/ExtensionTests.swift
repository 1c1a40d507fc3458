import Testing

@testable import Markdown

/// What authors know from GitHub beside CommonMark.
struct ExtensionTests {
    private func html(_ source: String) throws -> String { try Document(parsing: source, as: .book).html }

    @Test(arguments: [
        ("a ~~b~~ c", "a <del>b</del> c"),
        ("~~*b*~~", "<del><em>b</em></del>"),
        ("~~a **b** c~~ ~~d~~", "<del>a <strong>b</strong> c</del> <del>d</del>"),
        ("*~~b~~*", "<em><del>b</del></em>"),
        ("[~~b~~](x)", "<a href=\"x\"><del>b</del></a>"),
        ("~~over\ntwo lines~~", "<del>over\ntwo lines</del>"),
        // Not marks: alone, one, three, with a space inside, escaped, in code.
        ("a ~~ b", "a ~~ b"), ("H~2~O", "H~2~O"), ("~~~a~~~ b", "~~~a~~~ b"), ("~~ a~~", "~~ a~~"),
        ("\\~~a~~", "~~a~~"), ("\\~\\~a~~", "~~a~~"), ("`~~a~~ \\~`", "<code>~~a~~ \\~</code>"),
        ("~~not closed", "~~not closed"),
    ])
    func `two tildes strike through`(_ source: String, _ expected: String) throws {
        #expect(try html("| " + source) == "<p>| \(expected)</p>\n")
    }

    @Test(arguments: [
        ("see https://e.org/a?b=c.", "see <a href=\"https://e.org/a?b=c\">https://e.org/a?b=c</a>."),
        ("www.e.org and", "<a href=\"https://www.e.org\">www.e.org</a> and"),
        ("(http://e.org/a_(b))", "(<a href=\"http://e.org/a_(b)\">http://e.org/a_(b)</a>)"),
        ("\"https://e.org\"", "“<a href=\"https://e.org\">https://e.org</a>”"),
        ("*https://e.org*", "<em><a href=\"https://e.org\">https://e.org</a></em>"),
        ("[https://e.org](x)", "<a href=\"x\">https://e.org</a>"),
        ("https://", "https://"), ("xhttps://e.org", "xhttps://e.org"), ("https://localhost", "https://localhost"),
        // A dash that became another character makes another address.
        ("https://e.org/a--b", "https://e.org/a–b"),
        (
            "http://a.org, http://b.org",
            "<a href=\"http://a.org\">http://a.org</a>, <a href=\"http://b.org\">http://b.org</a>"
        ),
        ("mail me@e.org.", "mail <a href=\"mailto:me@e.org\">me@e.org</a>."),
        (
            "a.b+c@d-e.co.uk, x@y.z",
            "<a href=\"mailto:a.b+c@d-e.co.uk\">a.b+c@d-e.co.uk</a>, <a href=\"mailto:x@y.z\">x@y.z</a>"
        ),
        ("[me@e.org](x) `me@e.org`", "<a href=\"x\">me@e.org</a> <code>me@e.org</code>"),
        ("pkg@1.2 @e.org a@b @x a@b..c", "pkg@1.2 @e.org a@b @x a@b..c"),
    ])
    func `bare addresses are links`(_ source: String, _ expected: String) throws {
        #expect(try html("| " + source) == "<p>| \(expected)</p>\n")
    }

    @Test func `items that start with a box are tasks`() throws {
        #expect(
            try html("- [ ] to *do*\n- [x] done\n- [y] text\n- \\[ ] text\n") == """
                <ul>
                <li><input type="checkbox" disabled aria-label="open"> to <em>do</em></li>
                <li><input type="checkbox" disabled checked aria-label="done"> done</li>
                <li>[y] text</li>
                <li>[ ] text</li>
                </ul>

                """)
    }

    @Test func `lines that start with a colon define the line before them`() throws {
        let list = try html("Term\n: What it *means*,\nat length.\n:   Also this.\n\nOther\n: That.\n")
        #expect(
            list.filter { $0 != "\n" }
                == "<dl><dt>Term</dt><dd>What it <em>means</em>,at length.</dd><dd>Also this.</dd><dt>Other</dt><dd>That.</dd></dl>"
        )
        #expect(try html(": no term\n") == "<p>: no term</p>\n")
        #expect(try html("A paragraph\n:with a colon.\n") == "<p>A paragraph\n:with a colon.</p>\n")
    }

    @Test func `marks work in tables, quotations and lists, and CommonMark has none of them`() throws {
        let source = "> - a ~~b~~\n\n| ~~c~~ |\n| --- |\n| https://e.org |\n"
        let woven = try html(source)
        #expect(
            woven.contains("<del>b</del>") && woven.contains("<del>c</del>") && woven.contains("href=\"https://e.org\"")
        )
        #expect(try !Document(parsing: source).html.contains("<del>"))
    }
}
