import Foundation
import Testing

@testable import Tokenizers

struct PreTokenizerTests {
    private func pieces(_ text: String, _ preTokenizer: PreTokenizer) -> [String] {
        preTokenizer.pieces(of: text).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `GPT-2 keeps a space with the word behind it`() {
        #expect(pieces("It's  two words, 12!", .gpt2) == ["It", "'s", " ", " two", " words", ",", " 12", "!"])
        #expect(pieces("a \n b  ", .gpt2) == ["a", " \n", " b", "  "])
    }

    @Test func `SmolLM cuts out every digit, and white space before one stays whole`() {
        #expect(pieces("a  15", .gpt2WithSingleDigits) == ["a", "  ", "1", "5"])
    }

    @Test func `Qwen2 keeps one sign with a word, digits apart and lines together`() {
        #expect(pieces("(see 12) \n\n x", .qwen2) == ["(see", " ", "1", "2", ")", " \n\n", " x"])
        #expect(pieces("I'LL x'\u{17F}", .qwen2) == ["I", "'LL", " x", "'\u{17F}"])
    }

    @Test(arguments: [PreTokenizer.gpt2, .gpt2WithSingleDigits, .qwen2])
    func `pieces have no gaps`(preTokenizer: PreTokenizer) {
        let text = "  \t\r\n naïve 北京 12½ — “x” 'tis 👩‍👩‍👧 \u{85}\u{3000}a'"
        #expect(pieces(text, preTokenizer).joined() == text)
        #expect(!pieces(text, preTokenizer).contains(""))
    }
}
