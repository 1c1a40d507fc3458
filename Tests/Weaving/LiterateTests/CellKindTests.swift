import Foundation
import Testing

@testable import Literate

/// Every kind of cell and every option, with the real compiler.
@Suite(.serialized) struct CellKindTests {
    @Test func `each kind of cell is treated as its fence says`() async throws {
        let book = try TemporaryBook([
            "01-a.md": """
            ```swift
            let known = [1, 2, 3]
            ```

            ```swift no_run
            let never = known.count
            fatalError("\\(never)")
            ```

            ```swift compile_fail
            let text: String = known.count
            let more = nowhere
            ```

            ```swift should_trap
            print("before")
            var gone = known
            gone.removeAll()
            fatalError("no more than \\(known.count)")
            ```

            ```swift should_trap
            print(known[known.count + Int("0")!])
            ```

            ```swift ignore
            this is no Swift
            ```

            ```swift
            //| eval: false
            neither is this
            ```

            ```swift
            //| error: true
            struct Refusal: Error {}
            print("asked")
            if known.count == 3 { throw Refusal() }
            print("not reached")
            ```

            ```swift
            //| error: true
            print("nothing thrown")
            ```

            Still `{swift} known.count`.
            """
        ])
        defer { book.remove() }
        let summary = try await book.weave()
        #expect(summary.warnings.map(\.description) == [])
        #expect(summary.cells == 5)
        #expect(summary.shownOnly == 2)
        let samples = try book.page("01-a.html").matches(of: #/<samp>([^<]*)<\/samp>/#).map { String($0.output.1) }
        #expect(
            samples == [
                "error: cannot convert value of type &#39;Int&#39; to specified type &#39;String&#39;\n"
                    + "error: cannot find &#39;nowhere&#39; in scope",
                "before",
                "Fatal error: no more than 3",
                "The program trapped here.",
                "asked",
                "Error: Refusal()",
                "nothing thrown",
            ])
        #expect(try book.page("01-a.html").contains("<p>Still 3.</p>"))
    }

    @Test(arguments: [
        (
            "```swift no_run\nlet a = 1\nlet b: String = a\n```",
            "chapters/01-a.md:3:17: error: cannot convert value of type 'Int' to specified type 'String'"
        ),
        (
            "```swift no_run\nfunc f() -> Int { }\n```",
            "chapters/01-a.md:2:19: error: missing return in global function expected to return 'Int'"
        ),
        (
            "Text\n\n```swift compile_fail\nlet a = 1\n```",
            "chapters/01-a.md:3:1: error: the cell compiles, though it is marked compile_fail"
        ),
        (
            "```swift should_trap\nprint(1)\n```",
            "chapters/01-a.md:2:1: error: the cell does not trap, though it is marked should_trap"
        ),
        (
            "```swift should_trap\nstruct E: Error {}\nthrow E()\n```",
            "chapters/01-a.md:2:1: error: the cell threw an error: E()"
        ),
        (
            "```swift should_trap\nlet inner = 1\nfatalError(\"\\(inner)\")\n```\n\n`{swift} inner`",
            "chapters/01-a.md:6:10: error: cannot find 'inner' in scope"
        ),
        (
            "```swift\n//| timeout: 0.5\nimport Foundation\nsleep(60)\n```",
            "chapters/01-a.md:3:1: error: the cell ran longer than 0.5 seconds"
        ),
        (
            "```swift\nlet line = String(repeating: \"x\", count: 1 << 20)\nwhile true { print(line) }\n```",
            "chapters/01-a.md:2:1: error: the cell's output is longer than 16 MB"
        ),
        (
            "```swift\nprint(String(repeating: \"x\", count: (16 << 20) + 1))\n```",
            "chapters/01-a.md:2:1: error: the cell's output is longer than 16 MB"
        ),
    ])
    func `a cell that does not do what it promises is an error`(source: String, expected: String) async throws {
        let book = try TemporaryBook(["01-a.md": source])
        defer { book.remove() }
        #expect(try await book.diagnostics() == [expected])
    }

    @Test func `what is shown of a cell follows its options`() async throws {
        let book = try TemporaryBook([
            "01-a.md": """
            ```swift
            //| echo: false
            print("only output")
            ```

            ```swift
            //| output: false
            let onlyCode = 1
            print("hidden")
            ```

            ```swift
            //| code-fold: true
            //| code-summary: The <program>
            let folded = 2
            ```

            ```swift
            //| label: lst-step
            //| lst-cap: One step, of `{swift} onlyCode + 0`.
            //| volatile: true
            let listed = 3
            ```

            See @lst-step.
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        let page = try book.page("01-a.html")
        #expect(page.contains("<samp>only output</samp>") && !page.contains("&quot;only output&quot;"))
        #expect(page.contains("onlyCode") && !page.contains("<samp>hidden</samp>"))
        #expect(page.contains("<details class=\"fold\"><summary>The &lt;program&gt;</summary>"))
        #expect(page.contains("<a class=\"number\" href=\"#lst-step\">Listing 1.1.</a> One step, of 1."))
        #expect(page.contains("<a class=\"reference\" href=\"#lst-step\">Listing 1.1</a>"))
    }

    @Test func `a prose edit does not run cells again, whatever their kind, and shows no old line`() async throws {
        let source = "```swift should_trap\nfatalError(\"here\")\n```\n\n```swift compile_fail\nnothing\n```\n"
        let book = try TemporaryBook(["01-a.md": source])
        defer { book.remove() }
        _ = try await book.weave()
        try book.write("New prose.\n\n" + source, to: "01-a.md")
        #expect(try await book.weave().ran == 0)
        // A name that no earlier test run has put into the cache.
        let other = "other\(TemporaryBook.nonce())"
        try book.write(source.replacingOccurrences(of: "nothing", with: other), to: "01-a.md")
        #expect(try await book.weave().ran == 1)
        #expect(try book.page("01-a.html").contains("cannot find &#39;\(other)&#39; in scope"))
    }
}
