import Foundation
import TestSupport
import Testing

@testable import Tokenizers

struct TextStreamTests {
    private func tokenizer() throws -> Tokenizer {
        try Tokenizer(
            readingJSON: Data(contentsOf: Repository.file("Tests/Learning/TokenizersTests/Fixtures/tiny-pairs.json")))
    }

    @Test func `a stream never cuts a character, and says the same in all`() throws {
        let tokenizer = try tokenizer()
        for text in ["naïve 北京 👩‍👩‍👧 end", "plain", "\u{10FFFF}"] {
            var stream = TextStream(tokenizer)
            let parts = tokenizer.encode(text).map { stream.text(of: $0) }
            #expect(parts.joined() + stream.rest() == text)
            #expect(!parts.contains { $0.contains("\u{FFFD}") })
        }
    }

    @Test func `a character that never becomes whole is shown as such at the end`() throws {
        let tokenizer = try tokenizer()
        var stream = TextStream(tokenizer)
        let first = try #require(tokenizer.encode("北").first)
        #expect(stream.text(of: first) == "")
        #expect(stream.rest() == "\u{FFFD}")
        #expect(stream.rest() == "")
    }
}
