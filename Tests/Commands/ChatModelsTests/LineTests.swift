import ChatModels
import Foundation
import Records
import TestSupport
import Testing

/// The two small commands by which anyone holds an engine against another.
struct LineTests {
    static let names = ["tiny-qwen2-tied", "tiny-qwen2-untied-sharded"]

    static func path(_ name: String) -> String {
        Repository.file("Tests/Learning/CheckpointsTests/Fixtures/language/\(name)").path
    }

    /// What is answered to a line.
    private func answers<Line: Decodable, Answer: Encodable>(
        to lines: [String], by answer: (Line) throws -> Answer
    ) throws -> [String] {
        var (rest, written) = (lines[...], [String]())
        try answerLines(next: { rest.popFirst() }, write: { written.append($0) }, answer: answer)
        return written
    }

    @Test func `texts become the tokens of Hugging Face's tokenizer, special ones too, and none is added`() throws {
        let tokenizer = try CheckpointFiles(Self.path("tiny-qwen2-tied")).tokenizer()
        let file = Repository.file("Tests/Learning/TokenizersTests/Fixtures/tiny-tokenizer.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        struct Ids: Decodable { let ids: [Int] }
        let answered = try answers(to: lines) { (line: TokenLine) in line.answer(by: tokenizer) }
        #expect(answered.count == 134)
        for (answer, line) in zip(answered, lines) {
            let found = try Ids(parsingJSON: Array(answer.utf8), path: "answer")
            #expect(try found.ids == Ids(parsingJSON: Array(line.utf8), path: "fixture").ids, "\(line)")
        }
        let marked = try answers(to: [#"{"text": "<|im_start|>user"}"#]) { (line: TokenLine) in
            line.answer(by: tokenizer)
        }
        #expect(marked[0].hasPrefix(#"{"ids":[298,"#))
    }

    private struct Recorded: Decodable {
        let prompt_ids: [Int]
        let completion_ids: [Int]
        let last_prompt_logits_f64: [Double]
        let completion_logprobs_f64: [Double]
    }

    private struct Found: Decodable {
        let top_ids: [Int]
        let top_logits: [Double]
        let logsumexp: Double
        let logprobs: [Double]
    }

    @Test(arguments: names) func `logits and log-probabilities are the reference's`(name: String) throws {
        let checkpoint = try CheckpointFiles(Self.path(name)).checkpoint()
        struct File: Decodable {
            struct Cases: Decodable { let cases: [Recorded] }
            let tied: Cases
            let untied: Cases
            enum CodingKeys: String, CodingKey {
                case tied = "tiny-qwen2-tied"
                case untied = "tiny-qwen2-untied-sharded"
            }
        }
        let file = try File(readingJSON: Self.path("tiny-logits.json"))
        for expected in (name == "tiny-qwen2-tied" ? file.tied : file.untied).cases {
            let line = #"{"prompt_ids": \#(expected.prompt_ids), "completion_ids": \#(expected.completion_ids)}"#
            let answer = try answers(to: [line]) { (line: LogitLine) in try line.answer(by: checkpoint) }
            let found = try Found(parsingJSON: Array(answer[0].utf8), path: "answer")
            let logits = expected.last_prompt_logits_f64
            let order = logits.indices.sorted { logits[$0] > logits[$1] }.prefix(20)
            #expect(found.top_ids == Array(order))
            #expect(zip(found.top_logits, order).allSatisfy { abs($0 - logits[$1]) < 3e-5 })
            #expect(abs(found.logsumexp - Foundation.log(logits.map(Foundation.exp).reduce(0, +))) < 3e-5)
            #expect(found.logprobs.count == expected.completion_logprobs_f64.count)
            #expect(zip(found.logprobs, expected.completion_logprobs_f64).allSatisfy { abs($0 - $1) < 3e-5 })
        }
    }

    @Test func `a line that asks for nothing, or for what the model lacks, is an error with its number`() throws {
        let checkpoint = try CheckpointFiles(Self.path("tiny-qwen2-tied")).checkpoint()
        func error(_ lines: [String]) -> String {
            do { return try answers(to: lines) { (line: LogitLine) in try line.answer(by: checkpoint) }.joined() } catch
            {
                return "\(error)"
            }
        }
        #expect(
            error(["", #"{"prompt_ids": []}"#]) == "line 2: prompt_ids is empty; there must be something to read")
        #expect(
            error([#"{"prompt_ids": [1], "completion_ids": [304]}"#])
                == "line 1: token 304 is not one of the model's, 0 to 303")
        #expect(error([#"{"prompt_ids": 1}"#]).hasPrefix("line 1"))
        #expect(throws: ChatModelError.noCheckpoint(path: "/nowhere")) { try CheckpointFiles("/nowhere") }
    }

    @Test(.enabled(if: SmolLM2.file != nil, "the real model is not here: .ci/model fetches it"))
    func `the real model's logits and log-probabilities are the reference's`() throws {
        struct Case: Decodable {
            let prompt_ids: [Int]
            let top20_ids: [Int]
            let top20_logits_f64: [Double]
            let logsumexp_f64: Double
            let completion_ids: [Int]
            let completion_logprobs_f64: [Double]
        }
        struct File: Decodable { let cases: [Case] }
        let recorded = Repository.file("Tests/Commands/ChatModelsTests/Fixtures/smol-logits.json").path
        let checkpoint = try CheckpointFiles(try #require(SmolLM2.file).path).checkpoint()
        for expected in try File(readingJSON: recorded).cases {
            let line = #"{"prompt_ids": \#(expected.prompt_ids), "completion_ids": \#(expected.completion_ids)}"#
            let answer = try answers(to: [line]) { (line: LogitLine) in try line.answer(by: checkpoint) }
            let found = try Found(parsingJSON: Array(answer[0].utf8), path: "answer")
            #expect(found.top_ids == expected.top20_ids)
            #expect(zip(found.top_logits, expected.top20_logits_f64).allSatisfy { abs($0 - $1) < 1e-4 })
            #expect(abs(found.logsumexp - expected.logsumexp_f64) < 1e-4)
            #expect(zip(found.logprobs, expected.completion_logprobs_f64).allSatisfy { abs($0 - $1) < 4e-5 })
        }
    }
}
