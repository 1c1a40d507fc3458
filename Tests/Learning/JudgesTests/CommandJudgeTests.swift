import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Judges

struct CommandJudgeTests {
    private static let answers = (0..<5).map { number in
        JudgedAnswer(question: "2 + \(number)?\nAs a number.", reference: "\(2 + number)", answer: "it's \"\(number)\"")
    }

    private func words(
        of command: String, for answers: [JudgedAnswer] = answers, seconds: Double = 20, retries: Int = 0
    ) async throws -> (words: [String], retries: Int) {
        let count = Atomic(0)
        let judge = try CommandJudge(command, patience: Patience(seconds: seconds, retries: retries, pause: 0.01))
        let words = try await judge.words(for: answers) { count.wrappingAdd(1, ordering: .relaxed) }
        return (words, count.load(ordering: .relaxed))
    }

    @Test func `a command reads one line for each answer and writes one for each`() async throws {
        let found = try await words(of: "cat")
        #expect(found.words.count == 5 && found.retries == 0)
        for (line, answer) in zip(found.words, Self.answers) {
            #expect(try JSONDecoder().decode(JudgedAnswer.self, from: Data(line.utf8)) == answer)
        }
        #expect(try await words(of: "sed 's/.*/ 7 /'").words == ["7", "7", "7", "7", "7"])
    }

    @Test func `much text in both directions does not stop either`() async throws {
        let long = String(repeating: "word ", count: 20_000)
        let many = (0..<30).map { JudgedAnswer(question: "\($0)", reference: "", answer: long) }
        let found = try await words(of: "cat; head -c 300000 /dev/zero >&2", for: many)
        #expect(found.words.map(\.utf8.count).allSatisfy { $0 > 100_000 } && found.words.count == 30)
    }

    @Test func `a command that fails is named with its status and its last words`() async {
        let command = "echo first >&2; echo 'no model' >&2; exit 3"
        await #expect(throws: JudgeError.status(command: command, code: 3, lastLine: "no model")) {
            try await words(of: command)
        }
        await #expect(throws: JudgeError.status(command: "kill -9 $$", code: 137, lastLine: "")) {
            try await words(of: "kill -9 $$")
        }
        #expect(
            "\(JudgeError.status(command: "judge.py", code: 3, lastLine: "no model"))"
                == "the judge 'judge.py' ended with status 3: no model")
    }

    @Test func `lines for more or fewer answers than there are belong to none of them`() async {
        let error = JudgeError.lines(command: "head -n 2", expected: 5, found: 2)
        await #expect(throws: error) { try await words(of: "head -n 2") }
    }

    @Test func `a command that does not end is ended, with what it started`() async throws {
        let folder = try TemporaryFolder()
        let command = "sh -c 'sleep 2; touch \(folder.path)/late' & cat > /dev/null; sleep 1000"
        let start = ContinuousClock.now
        await #expect(throws: JudgeError.timeout(judge: "'\(command)'", seconds: 0.3)) {
            try await words(of: command, seconds: 0.3)
        }
        #expect(ContinuousClock.now - start < .seconds(900))
        try await Task.sleep(for: .seconds(2.5))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/late"))
    }

    @Test func `a command that works again later is asked again, and each time is counted`() async throws {
        let folder = try TemporaryFolder()
        let command = "echo x >> \(folder.path)/n; test $(wc -l < \(folder.path)/n) -ge 3 && sed 's/.*/1/'"
        let found = try await words(of: command, retries: 3)
        #expect(found.words == ["1", "1", "1", "1", "1"] && found.retries == 2)
        await #expect(throws: JudgeError.attempts(3, .status(command: "exit 1", code: 1, lastLine: ""))) {
            try await words(of: "exit 1", retries: 2)
        }
    }

    @Test func `a command that is empty is an error`() {
        #expect(throws: JudgeError.self) { try CommandJudge("  ", patience: Patience()) }
    }
}
