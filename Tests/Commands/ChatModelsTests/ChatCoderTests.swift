import Autodiff
import ChatModels
import Checkpoints
import Foundation
import Language
import Records
import TestSupport
import Testing
import Tokenizers
import Transformers

struct ChatCoderTests {
    private func tiny() throws -> LanguageModel { try LanguageModel(checkpoint: LineTests.path("tiny-qwen2-tied")) }

    /// A folder of its own, removed in the end.
    static func withFolder(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "chat-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    @Test func `a question is a turn, an answer ends with its token, and only the checkpoint's ends stop it`() throws {
        let coder = try #require(try tiny().coder as? ChatCoder)
        let question = Question(text: "Name a fruit.", answer: "")
        let text =
            "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>user\nName a fruit.<|im_end|>\n"
        #expect(coder.prompt(of: question) == coder.tokenizer.encode(text + "<|im_start|>assistant\n"))
        let told = try LanguageModel(checkpoint: LineTests.path("tiny-qwen2-tied"), system: "Be brief.").coder
        #expect(try told.prompt(of: question).count < coder.prompt(of: question).count)
        let answer = coder.completion("apple")
        #expect(answer.last == 299 && coder.text(of: answer) == "apple")
        // The checkpoint's generation_config.json names two; its config.json, and the end of a turn, count.
        #expect(coder.stops == [299])
    }

    @Test func `a written model is read again, bit by bit, with its tokenizer and its template`() async throws {
        let model = try tiny()
        try await Self.withFolder { path in
            try ModelFolder(path).write(model)
            let again = try LanguageModel(at: path)
            for parameter in model.parameters.all {
                #expect(again.parameters[parameter] == model.parameters[parameter])
            }
            let question = Question(text: "12 − 7 = ü?", answer: "")
            #expect(try again.coder.prompt(of: question) == model.coder.prompt(of: question))
        }
    }

    @Test func `what is streamed is the answer that is written in one go, and no character is cut`() async throws {
        let model = try tiny()
        var session = try ChatSession(with: model, sampler: Sampler(temperature: 2), limit: 60, seed: 3)
        var pieces: [String] = []
        let answer = session.answer(to: "Say something.") { pieces.append($0) }
        #expect(pieces.joined() == answer && pieces.count > 1)
        let coder = try #require(model.coder as? ChatCoder)
        let prompt = coder.prompt(of: [ChatTemplate.Message(role: "user", content: "Say something.")])
        let completion = model.decoder.completion(
            of: prompt, limit: 60, stops: coder.stops, sampler: Sampler(temperature: 2), with: model.parameters, seed: 4
        ) { _ in }
        #expect(coder.text(of: completion.tokens) == answer)
    }

    @Test(.enabled(if: SmolLM2.file != nil, "the real model is not here: .ci/model fetches it"))
    func `the tokenizer.json made of a GGUF file is its tokenizer`() async throws {
        let files = try CheckpointFiles(try #require(SmolLM2.file).path)
        let lines = Repository.file("Tests/Learning/TokenizersTests/Fixtures/smol-tokenizer.jsonl")
        struct Line: Decodable { let text: String, ids: [Int] }
        try await Self.withFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try files.writeTexts(to: path)
            try "{}".write(toFile: "\(path)/config.json", atomically: true, encoding: .utf8)
            let written = try CheckpointFiles(path)
            let tokenizer = try written.tokenizer()
            for line in try String(contentsOf: lines, encoding: .utf8).split(separator: "\n") {
                let expected = try Line(parsingJSON: Array(line.utf8), path: "fixture")
                #expect(tokenizer.encode(expected.text) == expected.ids)
            }
            #expect(try written.chatTemplate() == files.chatTemplate())
        }
    }
}
