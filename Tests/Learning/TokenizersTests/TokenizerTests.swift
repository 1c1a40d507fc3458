import Foundation
import TestSupport
import Testing

@testable import Tokenizers

struct TokenizerTests {
    /// A line of the fixtures: Hugging Face's tokenizers and llama.cpp agreed on it.
    private struct Line: Decodable {
        let text: String
        let ids: [Int]
        let decoded: String?
    }

    private static func fixture(_ name: String) throws -> Data {
        try Data(contentsOf: Repository.file("Tests/Learning/TokenizersTests/Fixtures/\(name)"))
    }

    private static func lines(_ name: String) throws -> [Line] {
        let text = String(decoding: try fixture(name), as: UTF8.self)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test(arguments: ["tiny-pairs.json", "tiny-texts.json"])
    func `every string of Qwen2's fixture gets the same numbers, with merges in either spelling`(name: String) throws {
        let tokenizer = try Tokenizer(readingJSON: Self.fixture(name))
        let lines = try Self.lines("tiny-tokenizer.jsonl")
        #expect(lines.count == 134)
        for line in lines {
            #expect(tokenizer.encode(line.text) == line.ids, "\(line.text)")
            // Strings are equal to Swift if they mean the same; here every byte counts.
            #expect(Array(tokenizer.decode(line.ids).utf8) == Array((line.decoded ?? line.text).utf8), "\(line.text)")
        }
    }

    @Test func `added tokens are found in the text, the longest first, and left out on request`() throws {
        let tokenizer = try Tokenizer(readingJSON: Self.fixture("tiny-pairs.json"))
        let end = try #require(tokenizer.id(ofAdded: "<|im_end|>"))
        #expect(tokenizer.encode("a<|im_end|>") == tokenizer.encode("a") + [end])
        #expect(tokenizer.decode(tokenizer.encode("a<|im_end|>b"), skippingSpecial: true) == "ab")
        #expect(!tokenizer.encode("<|im_en").contains(end))
        #expect(tokenizer.count == 300)
        #expect(tokenizer.decode([301]) == "\u{FFFD}")
    }

    @Test func `what would change numbers and is not known is refused by name`() throws {
        let file = String(decoding: try Self.fixture("tiny-texts.json"), as: UTF8.self)
        func error(_ old: String, _ new: String) -> TokenizerError? {
            do {
                #expect(file.contains(old))
                _ = try Tokenizer(readingJSON: Data(file.replacing(old, with: new).utf8))
                return nil
            } catch { return error }
        }
        #expect(error(#""type":"NFC""#, #""type":"NFKC""#) == .unsupported(what: "normalizer", value: "NFKC"))
        #expect(error(#""type":"BPE""#, #""type":"Unigram""#) == .unsupported(what: "model", value: "Unigram"))
        #expect(
            error(#""ignore_merges":false"#, #""ignore_merges":true"#)
                == .unsupported(what: "option of the model", value: "ignore_merges"))
        #expect(
            error(#""byte_fallback":false"#, #""byte_fallback":true"#)
                == .unsupported(what: "option of the model", value: "byte_fallback"))
        let odd = error(#"\\p{N}|"#, #"\\p{N}{1,3}|"#)?.description
        #expect(odd?.hasPrefix("this pre-tokenizer is not supported: Split at ") == true)
        #expect(
            error(#""h e""#, #""h q""#)?.description == "merge 2, 'h q', names tokens that are not in the vocabulary")
        #expect(throws: TokenizerError.self) { try Tokenizer(readingJSON: Data("{}".utf8)) }
        #expect(throws: TokenizerError.unsupported(what: "pre-tokenizer (tokenizer.ggml.pre)", value: "mystery")) {
            try PreTokenizer(ggufName: "mystery")
        }
    }

    @Test func `a piece of a hundred thousand letters is merged in a moment`() throws {
        let tokenizer = try Tokenizer(readingJSON: Self.fixture("tiny-pairs.json"))
        let long = String(repeating: "the", count: 33_333)
        #expect(tokenizer.decode(tokenizer.encode(long)) == long)
    }
}
