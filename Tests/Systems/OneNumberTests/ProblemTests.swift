import DeterministicMath
import Testing

@testable import OneNumber

struct ProblemTests {
    @Test func `the same seed gives the same problem and another seed another`() {
        #expect(Problem(seed: 7) == Problem(seed: 7))
        #expect(Problem(seed: 7).prompts.map(\.name) != Problem(seed: 8).prompts.map(\.name))
        #expect(Problem(seed: 7).initialParameters != Problem(seed: 8).initialParameters)
    }

    @Test func `the original's sizes and ranges`() {
        let problem = Problem(seed: 7)
        #expect(problem.prompts.count == 64)
        #expect(Set(problem.prompts.map(\.name)).count == 64)
        #expect(problem.initialParameters.count == 1024)
        #expect(problem.initialParameters.allSatisfy { (0..<256).contains($0) })
        #expect(abs(problem.initialParameters.mean() - 128) < 12)
        for prompt in problem.prompts {
            #expect((0..<4).contains(prompt.sigma))
            #expect((0..<256).contains(prompt.label) && prompt.label == prompt.label.rounded())
        }
    }

    @Test func `over many problems labels, spreads and slots fill their ranges evenly`() {
        let prompts = (0..<100).flatMap { Problem(seed: $0).prompts }
        // Five standard errors of a uniform mean over 6400 prompts, doubled because names recur between problems.
        #expect(abs(prompts.map(\.label).mean() - 127.5) < 2 * 5 * 73.9 / 80)
        #expect(abs(prompts.map(\.sigma).mean() - 2) < 2 * 5 * 1.154 / 80)
        #expect(abs(prompts.map { Double($0.slot) }.mean() - 511.5) < 2 * 5 * 295.6 / 80)
    }

    @Test func `the reward is minus the distance from the label`() {
        let problem = Problem(seed: 7)
        let prompt = problem.prompts[0]
        #expect(problem.reward(of: prompt.label, for: prompt) == 0)
        #expect(problem.reward(of: prompt.label + 3, for: prompt) == -3)
        #expect(problem.reward(of: prompt.label - 2.5, for: prompt) == -2.5)
    }

    @Test func `a batch is drawn with replacement, every prompt equally often`() {
        let problem = Problem(seed: 7)
        var generator = Xoshiro256StarStar(seed: 1)
        let batch = problem.drawBatch(size: 6400, using: &generator)
        let counts = problem.prompts.map { prompt in Double(batch.count { $0.index == prompt.index }) }
        let chiSquare = counts.map { ($0 - 100) * ($0 - 100) / 100 }.sum()
        // 63 ± √126.
        #expect(abs(chiSquare - 63) < 5 * 11.2)
    }

    @Test func `prompts that share a slot collide`() {
        let prompts = [(4, 10.0), (2, 20), (4, 30)].enumerated().map { index, values in
            Prompt(name: "p\(index)", index: index, slot: values.0, sigma: 1, label: values.1)
        }
        let problem = Problem(prompts: prompts, initialParameters: [0, 0, 0, 0, 0])
        #expect(problem.collisions == [[prompts[0], prompts[2]]])
        #expect(problem.collidingPairs == 1)
        #expect(prompts.map(problem.sharesSlot) == prompts.map { $0.slot == prompts[0].slot })
    }

    @Test func `two pairs collide on average, and none in 13 of 100 problems`() {
        let pairs = (0..<600).map { Double(Problem(seed: $0).collidingPairs) }
        // 64·63/2/1024 = 1.97, standard deviation 1.4; P(none) = Π (1 - i/1024) = 0.134.
        #expect(abs(pairs.mean() - 1.97) < 4 * 1.4 / 600.0.squareRoot())
        #expect(abs(Double(pairs.count { $0 == 0 }) / 600 - 0.134) < 4 * 0.0139)
    }

    @Test func `settings that make no sense are named`() {
        func message(_ settings: ProblemSettings) -> String? {
            do {
                _ = try Problem(seed: 1, settings: settings)
                return nil
            } catch {
                return error.description
            }
        }
        #expect(message(ProblemSettings()) == nil)
        #expect(message(ProblemSettings(promptCount: 0)) == "promptCount is 0; it must be from 1 to 4096")
        #expect(message(ProblemSettings(promptCount: 4097)) == "promptCount is 4097; it must be from 1 to 4096")
        #expect(message(ProblemSettings(slotCount: 0)) == "slotCount is 0; it must be at least 1")
        #expect(message(ProblemSettings(labelCount: -1)) == "labelCount is -1; it must be at least 1")
    }

    @Test func `other sizes are kept`() throws {
        let problem = try Problem(seed: 1, settings: ProblemSettings(promptCount: 5, slotCount: 3, labelCount: 10))
        #expect(problem.prompts.count == 5)
        #expect(problem.initialParameters.count == 3)
        #expect(problem.initialParameters.allSatisfy { (0..<10).contains($0) })
        #expect(problem.prompts.allSatisfy { (0..<3).contains($0.slot) && (0..<10).contains($0.label) })
    }
}
