import Testing

import Scanning

struct SwiftScannerTests {
    @Test(arguments: [
        "let a = 1.5e-3 // x", "/* a /* b */ c */ 1", "\"a \\(b) \\\" c\"", "#\"raw \" \"#", "\"\"\"\nmany\n\"\"\"",
        "\"no end",
        "/* no end", "é.map { $0 }", "#if os(Linux)", "", "\\", "\"\\",
    ])
    func `the tokens together are the code`(code: String) {
        #expect(SwiftScanner(code).map(\.text).joined() == code)
        #expect(
            SwiftHighlighter.lines(code).count == code.split(separator: "\n", omittingEmptySubsequences: false).count)
    }

    @Test func `words are told apart by what stands around them`() {
        let kinds = SwiftScanner("let x: Int = f(a.default, .init(2))").filter { $0.kind != .other }.map {
            ($0.text, $0.kind)
        }
        let expected: [(String, SwiftToken.Kind)] = [
            ("let", .keyword), ("x", .name(isMember: false)), ("Int", .type), ("f", .call),
            ("a", .name(isMember: false)),
            ("default", .name(isMember: true)), ("init", .call), ("2", .number),
        ]
        #expect(kinds.elementsEqual(expected) { $0 == $1 })
    }

    @Test func `what means something in HTML is escaped in code`() {
        #expect(SwiftHighlighter.lines("\"<\"") == ["<span class=\"st\">&quot;&lt;&quot;</span>"])
    }
}
