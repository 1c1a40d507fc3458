import Foundation
import TestSupport
import Testing
import Tokenizers

@testable import Checkpoints

@Suite(.enabled(if: SmolLM2.file != nil, "the real model is not here: .ci/model fetches it"))
struct GGUFTokenizerTests {
    private struct Line: Decodable {
        let text: String
        let ids: [Int]
        let decoded: String?
    }

    @Test func `every string of the fixture gets the numbers of the real model's tokenizer`() throws {
        let tokenizer = try GGUF(reading: try #require(SmolLM2.file)).tokenizer()
        let file = Repository.file("Tests/Learning/TokenizersTests/Fixtures/smol-tokenizer.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 160)
        for line in try lines.map({ try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }) {
            #expect(tokenizer.encode(line.text) == line.ids, "\(line.text)")
            #expect(Array(tokenizer.decode(line.ids).utf8) == Array((line.decoded ?? line.text).utf8), "\(line.text)")
        }
    }

    @Test func `bytes that its vocabulary lacks are known, and left out`() throws {
        let tokenizer = try GGUF(reading: try #require(SmolLM2.file)).tokenizer()
        #expect(tokenizer.missingBytes.contains(4) && !tokenizer.missingBytes.contains(10))
        #expect(tokenizer.encode("a\u{4}b") == tokenizer.encode("a") + tokenizer.encode("b"))
    }

    @Test func `its chat template is ChatML with its own system text`() throws {
        let template = try GGUF(reading: try #require(SmolLM2.file)).chatTemplate()
        #expect(template.defaultSystem == "You are a helpful AI assistant named SmolLM, trained by Hugging Face")
    }
}
