import Literate
import Synchronization
import Testing

@testable import weave

struct TerminalTests {
    /// What a terminal would show after these steps: the last text, without what came before it was taken back.
    private func shown(_ steps: [Weaving.Step], isTerminal: Bool = true, clears: Bool = false) -> [String] {
        let written = Mutex("")
        let terminal = Terminal(isTerminal: isTerminal) { text in written.withLock { $0 += text } }
        for step in steps { terminal.show(step) }
        if clears { terminal.clear() }
        var lines: [Substring] = []
        for part in written.withLock({ $0 }).split(separator: "\u{1b}[J", omittingEmptySubsequences: false) {
            let pieces = part.split(separator: "\u{1b}[", omittingEmptySubsequences: false)
            lines += pieces[0].split(separator: "\n")
            if pieces.count == 2 { lines.removeLast(Int(pieces[1].dropLast())!) }
        }
        return lines.map(String.init)
    }

    @Test func `each running chapter has a line that says what it does`() {
        let steps: [Weaving.Step] = [
            .waiting, .library("BookRuntime"), .checking(chapter: "a.md"), .checking(chapter: "b.md"),
            .compiling(chapter: "a.md"), .cell(chapter: "b.md", line: 12),
        ]
        #expect(shown(steps) == ["a.md: compiling", "b.md: the cell at line 12"])
        #expect(shown(Array(steps.prefix(1))) == ["weave: another weave of this package is at work; waiting"])
        #expect(shown(Array(steps.prefix(2))) == ["weave: building BookRuntime"])
    }

    @Test func `a chapter that is done loses its line, and the end leaves nothing`() {
        let steps: [Weaving.Step] = [.compiling(chapter: "a.md"), .compiling(chapter: "b.md"), .done(chapter: "a.md")]
        #expect(shown(steps) == ["b.md: compiling"])
        #expect(shown(steps, clears: true) == [])
    }

    @Test func `in a pipe only the wait for another weave is told`() {
        #expect(shown([.checking(chapter: "a.md"), .done(chapter: "a.md")], isTerminal: false) == [])
        #expect(
            shown([.waiting], isTerminal: false) == ["another weave of this package is at work; waiting"])
    }
}
