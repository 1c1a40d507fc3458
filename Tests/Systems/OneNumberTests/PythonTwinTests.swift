import Advantages
import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import OneNumber

/// The Python that chapters 3 and 4 fold under their Swift computes what the library does.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "there is no /usr/bin/python3"))
struct PythonTwinTests {
    /// What the Python block of a chapter that contains `name` prints when `driver` follows it, read as JSON.
    private func output<Value: Decodable>(
        of name: String, in chapter: String, then driver: String, input: some Encodable
    ) throws -> Value {
        let text = try String(contentsOf: Repository.file("chapters/\(chapter)"), encoding: .utf8)
        let blocks = text.matches(of: #/```python\n(.*?)```/#.dotMatchesNewlines()).map(\.output.1)
        let block = try #require(blocks.first { $0.contains(name) })
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).json")
        try JSONEncoder().encode(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = [
            "-c", "\(block)\nimport json, sys\ninput = json.load(open(sys.argv[1]))\n\(driver)", file.path,
        ]
        let pipe = Pipe()
        python.standardOutput = pipe
        try python.run()
        let printed = try #require(try pipe.fileHandleForReading.readToEnd())
        python.waitUntilExit()
        return try JSONDecoder().decode(Value.self, from: printed)
    }

    @Test(arguments: DuplicateRule.allCases)
    func `the update of chapter 3 moves every parameter alike`(rule: DuplicateRule) throws {
        struct Input: Encodable {
            var parameters, samples, advantages: [Double]
            var slots: [Int]
            var rule: String
        }
        let problem = Problem(seed: 7)
        var generator = Xoshiro256StarStar(seed: 1)
        var policy = problem.policy
        let prompts = problem.drawBatch(size: 256, using: &generator)
        let samples = policy.samples(for: prompts, using: &generator)
        let advantages = prompts.map { _ in generator.normal() }
        let input = Input(
            parameters: policy.parameters, samples: samples, advantages: advantages, slots: prompts.map(\.slot),
            rule: rule.rawValue)
        let theirs: [Double] = try output(
            of: "def update", in: "03-policy-gradient.md",
            then: """
                p = input["parameters"]
                update(p, input["samples"], input["slots"], input["advantages"], input["rule"])
                print(json.dumps(p))
                """, input: input)
        policy.update(toward: samples, for: prompts, advantages: advantages, duplicates: rule)
        #expect(agree(policy.parameters, theirs))
        #expect(policy.parameters != problem.initialParameters)
    }

    @Test func `the window of chapter 4 gives the same advantages`() throws {
        struct Batch: Encodable {
            var rewards: [Double]
            var prompts: [String]
        }
        var generator = Xoshiro256StarStar(seed: 2)
        let names = ["a", "b", "c"]
        let batches = (0..<40).map { _ in
            let numbers = (0..<4).map { _ in generator.integer(below: 3) }
            return Batch(
                rewards: numbers.map { 10 * Double($0) + generator.normal() }, prompts: numbers.map { names[$0] })
        }
        let theirs: [[Double]] = try output(
            of: "class Window", in: "04-per-prompt-statistics.md",
            then: """
                window, result = Window(), []
                for batch in input:
                    window.record(batch["rewards"], batch["prompts"])
                    result.append(window.advantages(batch["rewards"], batch["prompts"]))
                print(json.dumps(result))
                """, input: batches)
        var window = Advantages<String>(.window(length: 32, minimumCount: 16))
        for (batch, advantages) in zip(batches, theirs) {
            window.record(batch.rewards, for: batch.prompts)
            #expect(agree(window.advantages(of: batch.rewards, for: batch.prompts), advantages))
        }
        #expect(theirs.count == batches.count)
    }
}
