import Markdown
import Testing

@testable import Literate

struct ChapterTests {
    private func chapter(_ source: String, stem: String = "02-two") -> Chapter {
        Chapter(parsing: source, path: "chapters/\(stem).md", stem: stem)
    }

    @Test func `the first heading is the title and the file's number the chapter's`() {
        let chapter = chapter("# The *model*\n\nText.\n")
        #expect(chapter.title == "The model")
        #expect(chapter.number == "2")
        #expect(chapter.page == "02-two.html")
        #expect(chapter.blocks.count == 1)
    }

    @Test func `front matter gives title and promise, and lines keep their numbers`() {
        let chapter = chapter("---\ntitle: A\ndescription: 'It''s b'\n---\n\n```swift\nlet a = 1\n```\n")
        #expect(chapter.title == "A")
        #expect(chapter.description == "It's b")
        #expect(chapter.cells.map(\.firstLine) == [7])
        #expect(chapter.diagnostics == [])
    }

    @Test func `sections are numbered and named by GitHub's rule`() {
        let chapter = chapter(
            "# T\n\n## What, *really*?\n\n### In detail\n\n## What really\n\n## The floor {#sec-floor}\n")
        #expect(chapter.sections.map(\.number) == ["2.1", "2.1.1", "2.2", "2.3"])
        #expect(chapter.sections.map(\.anchor) == ["what-really", "in-detail", "what-really-1", "sec-floor"])
        #expect(chapter.sections.map(\.title) == ["What, really?", "In detail", "What really", "The floor"])
        #expect(
            chapter.labels.map(\.label) == [
                "sec-what-really", "sec-in-detail", "sec-what-really-1", "sec-what-really", "sec-floor",
            ])
    }

    @Test func `a cell has options, and its code starts after them`() {
        let source = """
            ```swift
            //| label: fig-a
            //| fig-cap: One *line*
            //|    and `{swift} n` more.
            //| echo: false
            //| code-fold: true
            let n = 1
            ```
            """
        let cell = chapter(source).cells[0]
        #expect(cell.options.label?.name == "fig-a")
        #expect(cell.options.caption?.markdown == "One *line*\nand `{swift} n` more.")
        #expect(cell.options.echo == false)
        #expect(cell.options.codeFold == true)
        #expect(cell.code == "let n = 1\n")
        #expect(cell.firstLine == 7)
        #expect(cell.number == "2.1")
        #expect(
            chapter(source).inlines == [
                InlineExpression(index: 0, code: "n", position: SourcePosition(line: 4, column: 21))
            ])
    }

    @Test func `a cell in a list knows its indentation`() {
        let cell = chapter("- item\n\n  ```{swift}\n  let a = 1\n  ```\n").cells[0]
        #expect(cell.indentation == 2)
        #expect(cell.firstLine == 4)
        #expect(cell.kind == .run)
    }

    @Test func `inline expressions know their exact place`() {
        let source = "A `{swift} a` and `{swift}  b + c`.\n\n> - é `{swift} d`\n>   `` {swift} `e` ``\n"
        let places = chapter(source).inlines.map { [$0.code, "\($0.position.line):\($0.position.column)"] }
        #expect(places == [["a", "1:12"], ["b + c", "1:29"], ["d", "3:17"], ["`e`", "4:16"]])
    }

    @Test func `an expression over two lines keeps its line end`() {
        let inline = chapter("A `{swift} one\n    + two`.\n").inlines[0]
        #expect(inline.code == "one\n    + two")
    }

    @Test func `code runs in the order of the text, and a caption after its cell`() {
        let source = "`{swift} a`\n\n```swift\n//| fig-cap: `{swift} b`\nlet b = 1\n```\n\n`{swift} c`\n"
        #expect(chapter(source).code == [.inline(0), .cell(0), .inline(1), .inline(2)])
    }

    @Test func `other languages and plain fences are shown and do not run`() {
        let chapter = chapter("```sh\nls\n```\n\n```\nplain\n```\n\n    indented\n\n```swift ignore\nlet a =\n```\n")
        #expect(chapter.cells.map(\.kind) == [.ignore])
        #expect(chapter.runningCode == [])
    }

    @Test func `formulas are set and numbered by their label`() {
        let chapter = chapter("Let $`x`$ be.\n\n```math\nx^2 \\label{eq-square}\n```\n\n```math\ny\n```\n")
        #expect(chapter.labels.map(\.number) == ["2.1"])
        #expect(chapter.labels.map(\.kind) == [.equation])
        #expect(Rendering(chapter: chapter).html(of: chapter.blocks).text.contains("<p>Let <math>"))
        #expect(chapter.diagnostics == [])
    }

    @Test func `a note stands at the end of its paragraph, once`() {
        let chapter = chapter("One[^a] two[^a].\n\n[^a]: A *note*.\n")
        #expect(
            Rendering(chapter: chapter).html(of: chapter.blocks).text
                == "<p>One<sup class=\"note-mark\">1</sup> two<sup class=\"note-mark\">1</sup>."
                + "<span class=\"note\" role=\"note\"><sup>1</sup> A <em>note</em>.</span></p>\n")
    }

    @Test func `notes of a table stand beside it, not in its cells`() {
        let chapter = chapter("| a[^a] |\n| --- |\n| b[^b] |\n: Caption.\n\n[^a]: One.\n\n[^b]: Two.\n")
        let html = Rendering(chapter: chapter).html(of: chapter.blocks).text
        #expect(
            html.contains("<div class=\"table-notes\">\n<span class=\"note\" role=\"note\"><sup>1</sup> One.</span>"))
        #expect(!html.contains("<td>\nb<sup class=\"note-mark\">2</sup><span"))
    }

    @Test func `a chapter without a number numbers without it`() {
        let chapter = chapter("```swift\n//| label: fig-a\nx\n```\n", stem: "index")
        #expect(chapter.number == nil)
        #expect(chapter.cells[0].number == "1")
    }

    @Test func `a letter and a hyphen make an appendix, whose things have the letter`() {
        let chapter = Chapter(parsing: "# Marks\n\n## One\n", path: "chapters/b-marks.md", stem: "b-marks")
        #expect(chapter.number == "B" && chapter.isAppendix)
        #expect(chapter.sections.map(\.number) == ["B.1"])
        #expect(Chapter(parsing: "# A", path: "chapters/index.md", stem: "index").number == nil)
    }

    @Test func `punctuation after a formula stays on its line`() throws {
        let chapter = Chapter(parsing: "Let $`x`$, then $`y`$ z.\n", path: "chapters/a.md", stem: "a")
        let html = Rendering(chapter: chapter).html(of: chapter.blocks).text
        #expect(html.contains("<span class=\"unbroken\"><math"))
        #expect(html.contains("</math>,</span> then <math"))
    }
}
