import Foundation
import Language
import Testing

struct GSM8KTests {
    static func lines() throws -> String {
        let url = try #require(
            Bundle.module.url(forResource: "gsm8k", withExtension: "jsonl", subdirectory: "Fixtures"))
        return try String(contentsOf: url, encoding: .utf8)
    }

    @Test func `five questions of the published file are read`() throws {
        let questions = try GSM8K.questions(parsing: Self.lines(), file: "gsm8k.jsonl")
        #expect(questions.map(\.answer) == ["72", "10", "5", "1080", "-7"])
        #expect(questions[0].text.hasPrefix("Natalia sold clips to 48 of her friends in April"))
        #expect(
            questions[0].solution == """
                <reasoning>
                Natalia sold 48/2 = 24 clips in May.
                Natalia sold 48+24 = 72 clips altogether in April and May.
                </reasoning>
                <answer>
                72
                </answer>

                """)
    }

    @Test func `what is not a question is an error at its line`() throws {
        let good = #"{"question": "How many?", "answer": "One.\n#### 1"}"#
        let wrong = [
            (#"{"question": "How many?"}"#, "no JSON object with the texts question and answer"),
            (#"["question"]"#, "no JSON object with the texts question and answer"),
            (#"{"question": "How many?", "answer": "One."}"#, "the answer has no number after ####"),
            (#"{"question": "How many?", "answer": "One.\n#### "}"#, "the answer has no number after ####"),
        ]
        for (line, problem) in wrong {
            let error = #expect(throws: GSM8KError.self) {
                try GSM8K.questions(parsing: "\(good)\n\n\(line)\n", file: "train.jsonl")
            }
            #expect(error?.description == "train.jsonl:3: error: \(problem)")
        }
        let error = #expect(throws: GSM8KError.self) { try GSM8K(parsing: "\n", file: "empty.jsonl") }
        #expect(error?.description == "empty.jsonl:1: error: there is no question")
    }

    @Test func `one question of a hundred is held out, and none is lost`() throws {
        let line = #"{"question": "Number N?", "answer": "It is one.\n#### 1"}"#
        let text = (0..<250).map { line.replacingOccurrences(of: "N?", with: "\($0)?") }.joined(separator: "\n")
        let data = try GSM8K(parsing: text, file: "train.jsonl")
        #expect(data.training.count == 248 && data.heldOut.count == 2)
        #expect(Set(data.training + data.heldOut).count == 250)
        #expect(data.trainingQuestion(248, seed: 5) == data.training[0])
        let first = try data.heldOutQuestions(1)
        #expect(first == [data.heldOut[0]])
        let error = #expect(throws: DatasetError.tooFewHeldOut(asked: 3, available: 2)) { try data.heldOutQuestions(3) }
        #expect(error?.description == "3 held-out questions are asked for; there are 2")
    }
}
