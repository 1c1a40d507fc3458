import Testing

@testable import MathML

struct TokenizerTests {
    private func kinds(_ tex: String) -> [Token.Kind] {
        var tokenizer = Tokenizer(tex)
        return tokenizer.tokens().map(\.kind)
    }

    @Test func `white space is one token, and none after a command's name`() {
        #expect(kinds("a \n\t b") == [.character("a"), .space, .character("b"), .end])
        #expect(kinds("\\pi  b") == [.command("pi"), .character("b"), .end])
        #expect(kinds("\\,  b") == [.command(","), .space, .character("b"), .end])
    }

    @Test func `a comment ends with its line`() {
        #expect(kinds("a% b\nc") == [.character("a"), .space, .character("c"), .end])
        #expect(kinds("a%") == [.character("a"), .end])
        #expect(kinds("50\\%") == [.character("5"), .character("0"), .command("%"), .end])
    }

    @Test func `a command is letters or one sign`() {
        #expect(kinds("\\alpha1") == [.command("alpha"), .character("1"), .end])
        #expect(kinds("\\\\x") == [.command("\\"), .character("x"), .end])
        #expect(kinds("\\\nx") == [.command(" "), .character("x"), .end])
        #expect(kinds("\\") == [.command(""), .end])
    }

    @Test func `a token knows its line and column`() {
        var tokenizer = Tokenizer("ab\n \\pi^")
        let places = tokenizer.tokens().map { [$0.line, $0.column] }
        #expect(places == [[1, 1], [1, 2], [1, 3], [2, 2], [2, 5], [2, 6]])
    }
}
