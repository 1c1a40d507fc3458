import Foundation
import Testing

@testable import Literate

/// The exact text of everything that can be known before any Swift runs.
struct DiagnosticsTests {
    private func diagnostics(_ files: [String: String]) throws -> [String] {
        let book = try TemporaryBook(files)
        defer { book.remove() }
        do {
            return try Book(reading: book.chapters, named: "chapters").diagnostics.map(\.description)
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test(arguments: [
        (
            "```swift\n//| lable: fig-a\n```",
            "chapters/01-a.md:2:5: error: unknown option 'lable'; did you mean 'label'?"
        ),
        ("```swift\n//| echo: no\n```", "chapters/01-a.md:2:11: error: 'echo' is true or false, not 'no'"),
        (
            "```swift\n//| timeout: soon\n```",
            "chapters/01-a.md:2:14: error: 'timeout' is a number of seconds, not 'soon'"
        ),
        (
            "```swift no_run\n//| label: fig-a\n```",
            "chapters/01-a.md:2:12: error: the label 'fig-a' stands for one figure, but the cell shows none"
        ),
        ("```swift\n//| echo\n```", "chapters/01-a.md:2:5: error: an option is written '//| key: value'"),
        ("```swift ignroe\n```", "chapters/01-a.md:1:10: error: unknown kind of cell 'ignroe'; did you mean 'ignore'?"),
        (
            "```swift\n//| label: window\n```",
            "chapters/01-a.md:2:12: error: the label 'window' does not say what it labels: it must start with fig-, tbl-, "
                + "eq-, sec- or lst-"
        ),
        ("See @fig-b.", "chapters/01-a.md:1:5: error: nothing has the label 'fig-b'"),
        (
            "See @fig-windov.\n\n```swift\n//| label: fig-window\n```",
            "chapters/01-a.md:1:5: error: nothing has the label 'fig-windov'; did you mean 'fig-window'?"
        ),
        ("[x](02-b.md)", "chapters/01-a.md:1:1: error: the link '02-b.md' leads nowhere"),
        ("# A\n\n[x](#nowhere)", "chapters/01-a.md:3:1: error: the link '#nowhere' leads nowhere"),
        ("![x](no.png)", "chapters/01-a.md:1:1: error: the image 'no.png' does not exist"),
        ("Text[^n].", "chapters/01-a.md:1:1: error: the note 'n' is not defined"),
        ("Text.\n\n[^n]: Note.", "chapters/01-a.md:3:1: warning: the note 'n' is never used"),
        ("A $x$ b", "chapters/01-a.md:1:1: warning: a formula is written $`…`$; this stays text: $x$"),
        (
            "A $$x$$ b",
            "chapters/01-a.md:1:1: warning: a formula in a line of its own is a block ```math; this stays text: $$x$$"
        ),
        ("A $`\\sgima`$ b", "chapters/01-a.md:1:5: error: unknown command \\sgima; did you mean \\sigma?"),
        ("> ```math\n> x\n> é + \\frac{1}\n> ```", "chapters/01-a.md:3:8: error: \\frac needs an argument"),
        ("A `{swift}` b", "chapters/01-a.md:1:11: error: an inline expression needs an expression"),
        ("---\ntitel: A\n---\n", "chapters/01-a.md:2:1: error: unknown key 'titel'; did you mean 'title'?"),
        ("---\ntitle: [a]\n---\n", "chapters/01-a.md:2:8: error: 'title' is a text, not '[\"a\"]'"),
        (
            "---\ntitle: A\n",
            "chapters/01-a.md:1:1: error: the front matter is not YAML: it has no end; a line '---' is missing"
        ),
        (
            "## A {#fig-a}",
            "chapters/01-a.md:1:1: error: the label 'fig-a' does not say what it labels: it must start with "
                + "fig-, tbl-, eq-, sec- or lst-"
        ),
        (
            String(repeating: ">", count: 500) + " x",
            "chapters/01-a.md:1:1: error: quotations, lists or marks are nested too deeply"
        ),
    ])
    func `a mistake in a chapter is named at its place`(source: String, expected: String) throws {
        #expect(try diagnostics(["01-a.md": source]) == [expected])
    }

    @Test func `malformed YAML is named at its line`() throws {
        let found = try diagnostics(["01-a.md": "---\ntitle: 'A\n---\n"])
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("chapters/01-a.md:"))
        #expect(found[0].contains("error: the front matter is not YAML: "))
    }

    @Test func `a label given twice names its first place, across chapters`() throws {
        let cell = "```swift\n//| label: fig-a\n```\n"
        #expect(
            try diagnostics(["01-a.md": cell, "02-b.md": "\n" + cell]) == [
                "chapters/02-b.md:3:12: error: the label 'fig-a' is already at chapters/01-a.md:2"
            ])
    }

    @Test func `a number or a letter that two chapters have is an error at the second`() throws {
        #expect(
            try diagnostics(["01-first.md": "", "1-variance.md": "", "02-b.md": "", "a-x.md": "", "A-y.md": ""]) == [
                "chapters/1-variance.md: error: the number 1 is already at chapters/01-first.md",
                "chapters/a-x.md: error: the letter A is already at chapters/A-y.md",
            ])
    }

    @Test func `all mistakes of all chapters are named in one go`() throws {
        let found = try diagnostics(["01-a.md": "@fig-x @tbl-y", "02-b.md": "@fig-x"])
        #expect(found.count == 3)
    }

    @Test func `a book without chapters, or without a folder, is an error`() throws {
        #expect(try diagnostics([:]) == ["chapters: error: has no chapter (a file that ends in .md)"])
        let missing = FileManager.default.temporaryDirectory.appendingPathComponent("no-such-\(UUID())")
        #expect(throws: Diagnostics.self) { try Book(reading: missing, named: "chapters") }
    }

    @Test func `a file that is not UTF-8 is an error at the first byte that is not`() throws {
        let book = try TemporaryBook(["01-a.md": "# A"])
        defer { book.remove() }
        for name in ["02-b.md", "book.yml", "references.bib"] {
            let text = Data("é\r\ntitle: é".utf8) + [0xe9] + Data("t\n".utf8)
            try text.write(to: book.chapters.appendingPathComponent(name))
        }
        let read = try Book(reading: book.chapters, named: "chapters")
        #expect(
            read.diagnostics.map(\.description) == [
                "chapters/02-b.md:2:10: error: is not UTF-8", "chapters/book.yml:2:10: error: is not UTF-8",
                "chapters/references.bib:2:10: error: is not UTF-8",
            ])
        let report = DiagnosticReport(Array(read.diagnostics.prefix(1)), folder: book.folder).text
        #expect(report.hasSuffix("   2 | title: é\u{fffd}t\n     |         ^\n"), "\(report)")
    }

    @Test func `the settings of a book are checked`() throws {
        let book = ["01-a.md": "# A", "book.yml": "titel: B\nmodules: Figures\n"]
        #expect(
            try diagnostics(book) == [
                "chapters/book.yml:1:1: error: unknown key 'titel'; did you mean 'title'?",
                "chapters/book.yml:2:10: error: 'modules' is a list of names, not 'Figures'",
            ])
        #expect(
            try diagnostics(["01-a.md": "# A", "book.yml": "- a\n"]) == [
                "chapters/book.yml:1:1: error: the file is not YAML: it is not a list of keys and values"
            ])
    }

    @Test func `what the compiler says of one chapter comes with what is wrong in the text of another`() async throws {
        let book = try TemporaryBook([
            "01-a.md": "See @fig-b.\n\n```swift\nlet text: String = 1\n```\n",
            "02-b.md": "# B\n\n```swift\nlet count: Int = \"1\"\n```\n",
        ])
        defer { book.remove() }
        #expect(
            try await book.diagnostics() == [
                "chapters/01-a.md:1:5: error: nothing has the label 'fig-b'",
                "chapters/02-b.md:4:18: error: cannot convert value of type 'String' to specified type 'Int'",
            ])
    }
}
