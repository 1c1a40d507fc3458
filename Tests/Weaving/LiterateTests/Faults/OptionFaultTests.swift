import Exhibits
import Foundation
import Markdown
import Testing

@testable import Literate

/// Options that were taken for something else, or for nothing.
struct OptionFaultTests {
    private func cell(_ options: String) -> (cell: Cell, found: [String]) {
        let source = "```swift\n" + options.split(separator: "\n").map { "//| \($0)\n" }.joined() + "let a = 1\n```\n"
        let chapter = Chapter(parsing: source, path: "a.md", stem: "a")
        return (chapter.cells[0], chapter.diagnostics.map(\.description))
    }

    @Test(arguments: [
        ("fig-cap: \"The mean: \\\"so\\\" it is\"", "The mean: “so” it is"), ("fig-cap: 'It''s so'", "It’s so"),
        ("fig-cap: |\n  The first line\n  and the second.", "The first line and the second."),
        ("fig-cap: >-\n  The first line\n  and the second.", "The first line and the second."),
        ("fig-cap: \"A\" and \"B\"", "“A” and “B”"), ("fig-cap: Caption # with hash", "Caption # with hash"),
    ])
    func `values are texts as YAML writes them`(option: String, text: String) {
        let (cell, found) = cell("label: fig-a\n" + option)
        #expect(found == [])
        #expect(cell.caption.plainText == text)
    }

    @Test func `quoted labels, descriptions and summaries lose their marks, and places stay true`() {
        let (cell, found) = cell("label: \"fig-a\"\nfig-alt: 'Of it'\ncode-summary: \"Show it\"\nfig-cap: \"A $x$ b\"")
        #expect(
            cell.options.label?.name == "fig-a" && cell.options.alternative == "Of it"
                && cell.options.summary == "Show it")
        #expect(found == ["a.md:5:15: warning: a formula is written $`…`$; this stays text: $x$"])
    }

    @Test(arguments: [
        ("fig-cap: A", "a.md:2:14", "fig-cap"), ("fig-alt: A", "a.md:2:5", "fig-alt"),
        ("tbl-cap: A", "a.md:2:14", "tbl-cap"),
    ])
    func `what is said of a figure or a table needs just one`(option: String, place: String, key: String) throws {
        let source = "```swift\n//| \(option)\nlet a = 1\n```\n"
        let chapter = Chapter(parsing: source, path: "a.md", stem: "a")
        #expect(chapter.diagnostics == [])
        var transcript = Transcript()
        let kind = key == "tbl-cap" ? "table" : "figure"
        transcript.cells[0] = Transcript.CellResult()
        #expect(
            ExhibitLabels(chapter: chapter, transcript: transcript).diagnostics.map(\.description) == [
                "\(place): error: '\(key)' is of one \(kind), but the cell shows none"
            ])
        let table = try Table([1]) { Column("x", \.self) }.exhibited()
        transcript.cells[0]!.exhibits = [table]
        #expect(ExhibitLabels(chapter: chapter, transcript: transcript).diagnostics.isEmpty == (key == "tbl-cap"))
        transcript.cells[0]!.exhibits = [table, table]
        #expect(ExhibitLabels(chapter: chapter, transcript: transcript).diagnostics.count == 1)
    }

    @Test(arguments: ["fig-cap: A\neval: false", "tbl-cap: A\noutput: false", "fig-alt: A\neval: false", "lst-cap: A"])
    func `a cell that shows nothing has nothing said of it`(options: String) {
        let found = cell(options).found
        #expect(found.count == 1 && found[0].contains(" is of one "), "\(found)")
    }

    @Test(arguments: ["- a list", "# A heading", "> A quotation"])
    func `a caption is a paragraph`(caption: String) {
        let found = cell("label: fig-a\nfig-cap: \(caption)").found
        #expect(
            found == [
                "a.md:3:14: error: a caption is one paragraph: it has no lists, headings, quotations or code of its own"
            ])
    }
}
