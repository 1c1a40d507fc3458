import Foundation
import Testing

@testable import Literate

/// Text that vanished or became something else without a word.
struct TextFaultTests {
    private func read(_ source: String, transcript: Transcript = Transcript()) throws -> (page: String, found: [String])
    {
        let folder = try TemporaryBook(["01-a.md": source, "p.svg": ""])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let page = Page(rendering: WovenChapter(weaving: book.chapters[0], with: transcript), in: book).html
        return (page.withoutExpressions, book.diagnostics.map(\.description))
    }

    @Test func `what only looks like HTML is text`() throws {
        let (page, found) = try read(
            "# Vec<T>\n\n## Set<Int>\n\nArray<A> or List<String>, <placeholder>, a<b and c>d, H<sub>2</sub>O, <my-box>x</my-box>.\n\n- Optional<Wrapped>\n"
        )
        #expect(found == [])
        for text in [
            "<title>Vec&lt;T&gt;", "<h1>Vec&lt;T&gt;</h1>", "Set&lt;Int&gt;", "Array&lt;A&gt; or List&lt;String&gt;",
            "&lt;placeholder&gt;",
            "a&lt;b and c&gt;d", "H<sub>2</sub>O, <my-box>x</my-box>", "<li>Optional&lt;Wrapped&gt;</li>",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(
            try read("<Placeholder>\nText\n").found == [
                "chapters/01-a.md:1:1: warning: HTML has no element 'Placeholder', so this stays text; code is written `<Placeholder>`"
            ])
    }

    @Test func `what a row has too much is told`() throws {
        let found = try read("| f | g |\n|---|---|\n| `a|b` | c |\n| `a\\|b` | c |\n").found
        #expect(
            found == [
                "chapters/01-a.md:3:11: warning: the table has 2 columns, and what stands here in its row is lost; "
                    + "a bar in a cell, also in code and formulas, is written \\|"
            ])
    }

    @Test func `formulas, code and values stand in every list of headings`() throws {
        var transcript = Transcript()
        transcript.inlines = [0: "2"]
        let (page, found) = try read(
            "# Of $`x^2`$ and `code`\n\n## The bound $`y`$ {#sec-b}\n\n## With `{swift} 1 + 1`, [links](https://e.org) and *marks*\n",
            transcript: transcript)
        #expect(found == [])
        #expect(
            page.contains("<title>Of x") && page.contains("<h1>Of <math") && page.contains("and <code>code</code></h1>")
        )
        #expect(page.contains("<a href=\"#sec-b\">The bound <math"))
        #expect(page.contains(">With 2, links and <em>marks</em></a>"))
        #expect(!page.contains("{swift}"))
    }

    @Test func `a title computes nothing and has no notes, and says so`() throws {
        #expect(
            try read("# Is `{swift} 6 * 7`[^1]\n\nText[^1].\n\n[^1]: Note.\n").found == [
                "chapters/01-a.md:1:7: warning: the title is not computed; this stays text: `{swift} 6 * 7`",
                "chapters/01-a.md:1:21: warning: this stays text: [^1]; a title, which other pages show too, has no notes",
            ])
        #expect(
            try read("---\ntitle: Is `{swift} v`\n---\n\n<p>raw `{swift} v`</p>\n").found == [
                "chapters/01-a.md:2:1: warning: 'title' is not computed; this stays text: Is `{swift} v`",
                "chapters/01-a.md:5:8: warning: HTML is not computed; this stays text: `{swift}",
            ])
    }

    @Test func `a list in a note is told`() throws {
        #expect(
            try read("Text[^a].\n\n[^a]: A note.\n\n    Its end.\n\nText[^b].\n\n[^b]: B.\n\n    - a list\n").found == [
                "chapters/01-a.md:11:5: warning: the note 'b' has paragraphs only: what is indented here is shown as code, below the text"
            ])
    }

    @Test func `an option's name keeps its dashes`() throws {
        let page = try read("Use --port 80 or (--fresh), a -- b, 1--9, and `--x`.\n").page
        #expect(page.contains("Use --port 80 or (--fresh), a – b, 1–9, and <code>--x</code>."))
    }

    @Test(arguments: [
        ("A ^[note] here", "1:3", "^[note]"), ("H~2~O", "1:1", "H~2~"), ("x^2^", "1:1", "x^2^"),
        ("a ==b c== d", "1:3", "==b c=="),
        ("{{< include a.md >}}", "1:1", "{{< include a.md >}}"), ("see [[wiki link]]", "1:5", "[[wiki link]]"),
        ("[TOC]", "1:1", "[TOC]"), ("*[HTML]: Hyper", "1:1", "*[HTML]: Hyper"), ("\\newpage", "1:1", "\\newpage"),
        ("See \\@ref(fig:x)", "1:6", "@ref(fig:x)"), ("So :smile: it", "1:4", ":smile:"),
        ("%% secret", "1:1", "%% secret"),
        ("é \\(x\\) y", "1:4", "\\(x\\)"), ("\\[y^2\\]", "1:1", "\\[y^2\\]"),
        ("| a | b |\n| 1 | 2 |", "1:1", "| a | b |"),
        ("[a]{.x} [b]{style=\"c\"}", "1:4", "{.x}"), ("[b]{style=\"color: red\"}", "1:4", "{style=“color: red”}"),
        ("and \\[y\\].", "1:5", "\\[y\\]"),
    ])
    func `markup of other tools is told`(source: String, place: String, shown: String) throws {
        let found = try read(source + "\n").found
        #expect(
            found.first?.hasPrefix("chapters/01-a.md:\(place): warning: this stays text: \(shown);") == true, "\(found)"
        )
    }

    @Test(arguments: [
        "`^[a]` $`x^2`$ 3 == 4 and 5 == 6, a:bb:c, 12:30:45, [a], [1, [2]] [[1, 2]], ~1 and ~2, 5 % %",
        "\\==a==, \\[[a]], \\:smile:",
        "Parentheses (x) and [y], \\[not a link\\](x), `\\(z\\)`", "a | b\nc | d",
        "list\\[i\\], \\[a\\](b), \\[a\\]: b", "- \\[x\\] text", "{say \"a b\"} [a] {b}",
    ])
    func `what is no markup is not told`(source: String) throws { #expect(try read(source + "\n").found == []) }

    @Test(arguments: [
        ("## B {#sec-a b}", "1:6", "{#sec-a b}"), ("## B {#sec-}", "1:6", "{#sec-}"),
        ("## C {#sec-\u{200b}x}", "1:6", "{#sec-\\u{200b}x}"),
        ("## F {# sec-f}", "1:6", "{# sec-f}"), ("## D {#sec-x\u{202e}}", "1:6", "{#sec-x\\u{202e}}"),
    ])
    func `a label that is none is told`(source: String, place: String, shown: String) throws {
        let found = try read(source + "\n").found
        #expect(
            // The character by itself is told, too.
            found.count == (source.contains("\u{202e}") ? 2 : 1)
                && found[0].hasPrefix("chapters/01-a.md:\(place): warning: this stays text: \(shown)"),
            "\(found)")
    }

    @Test func `characters that turn the text are told and seen, wherever they stand`() throws {
        var transcript = Transcript()
        transcript.inlines = [0: "v\u{2066}"]
        let source =
            "# T\u{202e}\n\nText\u{202a} `c\u{202d}` `{swift} v`\n\n```swift\nlet a = 1 // \u{202e} }\n```\n\n![p\u{2068}](p.svg)\n"
        let (page, found) = try read(source, transcript: transcript)
        #expect(
            found.map { String($0.split(separator: ",")[0]) } == [
                "chapters/01-a.md:1:4: warning: the character U+202E",
                "chapters/01-a.md:3:5: warning: the character U+202A",
                "chapters/01-a.md:3:11: warning: the character U+202D",
                "chapters/01-a.md:6:14: warning: the character U+202E",
                "chapters/01-a.md:9:4: warning: the character U+2068",
            ])
        for text in [
            "<title>T[U+202E]", "Text[U+202A] <code>c[U+202D]</code> v[U+2066]", "// [U+202E] }", "alt=\"p[U+2068]\"",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(
            !page.unicodeScalars.contains {
                (0x202a...0x202e).contains($0.value) || (0x2066...0x2069).contains($0.value)
            })
    }

    @Test func `a terminal's colours are colours, and its other signs are seen`() {
        #expect(
            Listing.output(
                "\u{1b}[1;31mred\u{1b}[0m <b> \u{1b}]8;;https://e.org\u{7}link\u{1b}]8;;\u{7}\n10 %\r50 %\r\n\u{8}\0"
            ).text
                .contains(
                    "<samp><span style=\"font-weight:700;color:light-dark(#b3261e,#ff8a80)\">red</span> &lt;b&gt; link\n50 %\n␈␀</samp>"
                ))
    }
}
