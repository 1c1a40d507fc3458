import Foundation
import TestSupport
import Testing

@testable import Literate

/// What other tools understand and weave does not: it is told, at its place, and nothing else is taken for it.
struct StrayTests {
    private func diagnostics(_ chapter: String) throws -> [String] {
        let bibliography = "@book{williams1992, author = {W}, title = {T}, year = 1992}\n"
        let book = try TemporaryBook(["01-a.md": chapter, "references.bib": bibliography, "dot.png": ""])
        defer { book.remove() }
        return try Book(reading: book.chapters, named: "chapters").diagnostics.map(\.description)
    }

    private static let label =
        "; a label stands at the end of a heading or of the caption under a table, or in a cell, '//| label: …'"
    private static let attribute =
        "; weave knows no attributes but the labels of headings and tables, such as {#sec-a}"

    @Test(arguments: [
        ("é ![A](dot.png){#fig-img} b", "1:17: warning: this stays text: {#fig-img}" + label),
        ("A ![A](dot.png){width=50%} b", "1:16: warning: this stays text: {width=50%}" + attribute),
        ("*A* [B](#c){target=_blank .x}\n## C", "1:12: warning: this stays text: {target=_blank .x}" + attribute),
        ("# T {#sec-top}", "1:5: warning: this stays text: {#sec-top}" + label),
        ("## *H* x {.unnumbered}", "1:10: warning: this stays text: {.unnumbered}" + attribute),
        ("## H {.unnumbered #sec-h}", "1:6: warning: this stays text: {.unnumbered #sec-h}" + attribute),
        (": Above {#tbl-zz}\n\n| a |\n|---|\n| 1 |", "1:9: warning: this stays text: {#tbl-zz}" + label),
        ("| a |\n|---|\n| b {#x} |", "3:5: warning: this stays text: {#x}" + label),
        ("- a\n\n  x {.a width=\"50%\"}", "3:5: warning: this stays text: {.a width=“50%”}" + attribute),
        ("Text `{#a}` and\n\\{#b} {#c}", "2:7: warning: this stays text: {#c}" + label),
        (
            "Text\n::: {.callout-note}\nNote\n:::",
            "2:1: warning: weave has no such blocks; this stays text: ::: {.callout-note}"
        ),
        ("> [!ASIDE]\n> Text", "1:3: warning: weave has no such blocks; this stays text: > [!ASIDE]"),
        ("[-@x]", "1:3: error: references.bib has no entry 'x'"),
        ("```Swift\n```", "1:1: warning: this is only shown: ```Swift; a cell starts with ```swift"),
        ("```{swfit}\n```", "1:1: warning: this is only shown: ```{swfit}; a cell starts with ```swift"),
        (
            "```swift no_run  compile_fail\n```",
            "1:18: error: a cell is of one kind: 'compile_fail' means nothing behind 'no_run'"
        ),
        ("- ```swift ignore x\n  ```", "1:19: error: a cell is of one kind: 'x' means nothing behind 'ignore'"),
        ("```swift\n//| echo: true\n//| echo: false\n```", "3:5: error: the option 'echo' is already at line 2"),
        (
            "```swift\n//| tbl-cap: A\n//| fig-cap: B\n```",
            "3:5: error: a cell has one caption: 'fig-cap' comes after 'tbl-cap' at line 2"
        ),
    ])
    func `it is told at its place`(source: String, expected: String) throws {
        #expect(try diagnostics(source) == ["chapters/01-a.md:" + expected])
    }

    @Test(arguments: ["{Swift} 5", "{swfit} 3", "{swift}4"])
    func `code that is nearly an expression is told`(code: String) throws {
        #expect(
            try diagnostics("An `\(code)`") == [
                "chapters/01-a.md:1:5: warning: this is only shown: \(code); an expression is written `{swift} …`"
            ])
    }

    @Test(arguments: [("let a = 1\n  //| echo: false", "3:3"), ("// | echo: false\nlet a = 1", "2:1")])
    func `a comment that looks like an option is told`(code: String, place: String) throws {
        #expect(
            try diagnostics("```swift\n\(code)\n```\n") == [
                "chapters/01-a.md:\(place): warning: this is a comment: options are lines '//| echo: …' at the top of the cell, "
                    + "with nothing before '//|'"
            ])
    }

    @Test(arguments: [
        "The set {.5, .7}, {x}, {# 3}, {.a, .b} and $`\\{a\\}`$, `{#fig-x}`, \\{#fig-x}, &#123;#fig-x}, ${#a",
        "```\n{.a}\n```", "a {b=1}, *a*{b=1}, ![A](dot.png) {b=1}, ![A](dot.png){b}, `a`{b=1}",
        "## H {#sec-h}", "| a |\n|---|\n| 1 |\n\n: Below {#tbl-b}",
        "mail a@williams1992 or a.@williams1992, <https://x.com/@williams1992>, [@williams1992](https://x.com), `@williams1992`",
        "<me@williams1992.org>, https://x.com/@williams1992, @nobody, \\@williams1992, [@williams1992], @williams1992x",
        "a ::: b\n\n:::", "> [!] [a]\n\n[!NOTE]",
        "```rust\n```\n\n```text swift\n```\n\n```{.swift}\n```\n\n    swfit\n",
        "`{python} 1`, `{}`, `{swift`, `{Swift}`, `` `{swift} 1` ``",
        "```swift\nlet a = 1 //| echo: false\n// | a | b: c |\n// echo: false\nlet b = \"\"\"\n    //| echo: true\n    \"\"\"\n```\n",
    ])
    func `what is none of these is not told`(source: String) throws {
        #expect(try diagnostics(source) == [])
    }

    @Test func `the book of this package is read without a diagnostic`() throws {
        let book = try Book(reading: Repository.file("chapters"), named: "chapters")
        #expect(book.chapters.count > 5)
        #expect(book.diagnostics.map(\.description) == [])
    }
}
