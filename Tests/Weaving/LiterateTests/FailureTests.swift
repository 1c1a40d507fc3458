import Foundation
import Testing

@testable import Literate

/// What only the compiler or the running program can know: the exact text, at the chapter's line.
@Suite(.serialized) struct FailureTests {
    private func diagnostics(_ source: String, timeout: Duration = .seconds(60)) async throws -> [String] {
        let book = try TemporaryBook(["01-a.md": source])
        defer { book.remove() }
        return try await book.diagnostics(timeout: timeout)
    }

    @Test(arguments: [
        ("A `{swift} 1 +  a`.", "chapters/01-a.md:1:17: error: cannot find 'a' in scope"),
        (
            "```swift\nlet a = 1\nlet b: String = a\n```",
            "chapters/01-a.md:3:17: error: cannot convert value of type 'Int' to specified type 'String'"
        ),
        ("- x\n\n  ```swift\n  let c = nothing\n  ```", "chapters/01-a.md:4:11: error: cannot find 'nothing' in scope"),
        (
            "```swift\n//| fig-cap: A `{swift} gone`\nlet a = 1\n```",
            "chapters/01-a.md:2:25: error: cannot find 'gone' in scope"
        ),
        (
            "A `{swift} later`.\n\n```swift\nlet later = 3\n```",
            "chapters/01-a.md:1:12: error: 'later' is used before the cell at line 4 declares it"
        ),
        (
            "```swift\nprint(\"\\(n)\")\n```\n\n```swift\nlet (m, n) = (1, 2)\n```",
            "chapters/01-a.md:2:10: error: 'n' is used before the cell at line 6 declares it"
        ),
        (
            "```swift\nstruct E: Error {}\nthrow E()\n```",
            "chapters/01-a.md:2:1: error: the cell threw an error: Chapter.E()"
        ),
        (
            "```swift\nimport Foundation\nexit(3)\n```",
            "chapters/01-a.md:2:1: error: the cell ended the process with status 3"
        ),
        ("```swift\nlet a = [1]\nprint(a[Int(\"7\")!])\n```", "chapters/01-a.md:3:8: error: the cell trapped"),
        (
            "```swift\nlet a = 1\n\nclaim(a > 1, \"a is more than one\")\n```",
            "chapters/01-a.md:4:1: error: not true any more: a is more than one"
        ),
        (
            "```swift\n\nshow(Figure(\"It rises\") { Line([(0, 1), (1, 0)], x: \\.0, y: \\.1) }, because: false)\n```",
            "chapters/01-a.md:3:1: error: not true any more: It rises"
        ),
        ("A `{swift} 0.0 / 0`.", "chapters/01-a.md:1:12: error: the expression is not a number (NaN)"),
        ("A `{swift} [Int]().max()`.", "chapters/01-a.md:1:12: error: the expression is nil"),
        (
            "```swift\n\nshow(Figure(\"Empty\") { Line([(Int, Double)](), x: \\.0, y: \\.1) })\n```",
            "chapters/01-a.md:3:1: error: can not be shown: Line has no rows"
        ),
        (
            "```swift\n//| label: fig-a\nlet a = 1\n```",
            "chapters/01-a.md:2:12: error: the label 'fig-a' stands for one figure, but the cell shows none"
        ),
        (
            "```swift\n//| label: fig-a\nshow(Table([1]) { Column(\"x\", \\.self) })\n```",
            "chapters/01-a.md:2:12: error: the label 'fig-a' stands for one figure, but the cell shows none; "
                + "it shows a table, and the label of a table starts with tbl-"
        ),
    ])
    func `a failure is named at its place`(source: String, expected: String) async throws {
        let found = try await diagnostics(source)
        #expect(found == [expected])
    }

    @Test(arguments: [
        ("close(1)\nclose(2)", ["standard output", "standard error"]),
        ("freopen(\"/dev/null\", \"w\", stdout)", ["standard output"]),
        ("let null = open(\"/dev/null\", O_WRONLY)\ndup2(null, 2)", ["standard error"]),
        ("let kept = dup(1)\nclose(1)\ndup2(kept, 1)\nclose(kept)", []),
    ])
    func `a cell that closes its output is told, and the next cell has its own`(
        code: String, streams: [String]
    ) async throws {
        let found = try await diagnostics(
            "```swift\nprint(1)\n```\n\n```swift\nimport Foundation\n\(code)\nprint(\"lost\")\n```\n\n"
                + "```swift\nprint(2)\nfatalError(\"seen\")\n```\n")
        let lost = streams.map { stream in
            "chapters/01-a.md:6:1: error: the cell closes its \(stream) or points it elsewhere: "
                + "what it printed there is not on the page"
        }
        #expect(found.filter { $0.contains("elsewhere") } == lost)
        #expect(found.contains { $0.hasSuffix("error: the cell trapped: Fatal error: seen") })
    }

    @Test func `a fatal error shows its message`() async throws {
        let found = try await diagnostics("```swift\nfatalError(\"no \\(1 + 1)\")\n```")
        #expect(found == ["chapters/01-a.md:2:1: error: the cell trapped: Fatal error: no 2"])
    }

    @Test func `a cell that runs too long is ended, and its children with it`() async throws {
        let source =
            "```swift\nlet a = 1\n```\n\n```swift\nimport Foundation\nlet child = Process()\n"
            + "child.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\nchild.arguments = [\"61.7\"]\ntry child.run()\n"
            + "while true { sleep(1) }\n```"
        let found = try await diagnostics(source, timeout: .seconds(2))
        #expect(found == ["chapters/01-a.md:6:1: error: the cell ran longer than 2.0 seconds"])
    }

    @Test func `all chapters' errors are told, and none runs if one does not compile`() async throws {
        let book = try TemporaryBook([
            "01-a.md": "`{swift} x`\n", "02-b.md": "`{swift} y`\n", "03-c.md": "```swift\nfatalError()\n```\n",
        ])
        defer { book.remove() }
        #expect(
            try await book.diagnostics() == [
                "chapters/01-a.md:1:10: error: cannot find 'x' in scope",
                "chapters/02-b.md:1:10: error: cannot find 'y' in scope",
            ])
    }
}
