import Markdown
import Testing

@testable import Exhibits
@testable import Literate

/// What a search finds on a page, taken from what the page is made of.
struct ChapterTextsTests {
    private func sections(_ text: String, _ transcript: Transcript = Transcript()) -> [SearchSection] {
        let chapter = Chapter(parsing: text, path: "chapters/01-a.md", stem: "01-a")
        return ChapterTexts.sections(of: WovenChapter(weaving: chapter, with: transcript), inserting: [:])
    }

    @Test func `a page is cut at its headings, paragraph by paragraph`() {
        let found = sections(
            "# A\n\nFirst & *fast*.\n\n## Two\n\n- One\n- An\n  item\n\n```python\nx = 1\n\n  print(x)\n```\n")
        #expect(
            found == [
                SearchSection(anchor: "", title: "", texts: ["First & fast."]),
                SearchSection(
                    anchor: "two", title: "1.1 Two", texts: ["One", "An item"], code: ["x = 1", "print(x)"]),
            ])
    }

    @Test func `formulas are found as they are read, notes without their numbers`() {
        let found = sections("# A\n\nLet $`\\hat A_i = \\frac{r}{2}`$ be.[^n]\n\n[^n]: A note.\n")
        #expect(found.flatMap(\.texts) == ["Let Aˆi=r2 be. A note."])
    }

    @Test func `a table is found by its caption and cell by cell`() {
        let found = sections("# A\n\n| a | b |\n|---|---|\n| 1 | **2** |\n: Two numbers {#tbl-x}\n")
        #expect(found.flatMap(\.texts) == ["Table 1.1. Two numbers", "a", "b", "1", "2"])
    }

    @Test func `of a cell the code, what it printed and claimed, and the words of its figures are found`() {
        var transcript = Transcript()
        transcript.inlines[0] = "7"
        let figure = DrawnFigure(
            title: "It isn't flat", frames: [.init(wide: "", narrow: "")], standalone: "", description: "",
            notes: ["Means of 3 runs."], data: DataTable(columns: ["x"], rows: []))
        transcript.cells[0] = .init(
            output: "out\n", exhibits: [.figure(figure)], claims: ["It isn't flat", "it's 7"])
        let found = sections(
            "# A\n\nSee `{swift} 7`.\n\n```swift\n//| label: fig-a\n//| code-fold: true\n//| fig-cap: Now.\nlet a = 1\n```\n",
            transcript)
        #expect(
            found == [
                SearchSection(
                    anchor: "", title: "",
                    texts: ["See 7.", "Code", "Figure 1.1. It isn’t flat. Now. Means of 3 runs.", "it’s 7"],
                    code: ["let a = 1", "out"])
            ])
    }

    @Test func `of HTML that an author wrote the words are found`() {
        let html = "<p>One <b>two</b>&nbsp;&amp; three</p><!-- not this --><p>Four</p>"
        #expect(AuthorsHTML(html).texts == ["One two\u{a0}& three", "Four"])
    }
}
