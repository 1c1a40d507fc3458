import DeterministicMath
import Foundation
import Testing

@testable import Advantages

struct AdvantagesTests {
    @Test func `named prompts give the same bits as numbered ones`() {
        let batches = RecordedBatches()
        var numbered = Advantages<Int>(.window(length: 12, minimumCount: 4))
        var named = Advantages<String>(.window(length: 12, minimumCount: 4))
        var numberedAverage = Advantages<Int>(.ema(decay: 0.8, minimumCount: 4))
        var namedAverage = Advantages<String>(.ema(decay: 0.8, minimumCount: 4))
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            let names = prompts.map { "prompt \($0)" }
            numbered.record(rewards, for: prompts)
            named.record(rewards, for: names)
            numberedAverage.record(rewards, for: prompts)
            namedAverage.record(rewards, for: names)
            #expect(named.advantages(of: rewards, for: names) == numbered.advantages(of: rewards, for: prompts))
            #expect(
                namedAverage.advantages(of: rewards, for: names)
                    == numberedAverage.advantages(of: rewards, for: prompts)
            )
        }
        #expect(named.moments(of: "prompt 3") == numbered.moments(of: 3))
        #expect(named.moments(of: "another") == nil)
    }

    @Test func `asking changes nothing`() {
        var window = Advantages<String>(.window(length: 2, minimumCount: 1))
        window.record([1, 2], for: ["a", "b"])
        let advantages = window.advantages(of: [1, 2], for: ["a", "new"])
        #expect(window.advantages(of: [1, 2], for: ["a", "new"]) == advantages)
        #expect(window.moments(of: "new") == nil)
    }

    @Test func `a reward that can not be squared is named with its prompt`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var window = Advantages<String>(.window(length: 2, minimumCount: 1))
            window.record([1, 2, 3, 4, -1e150], for: ["a", "b", "c", "d", "e"])
        }
        let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(message.contains("the reward of prompt e is -1e+150; it must be a number below 1e150 in size"))
    }

    @Test func `the settings and the prompts of statistics can be asked for`() throws {
        var window = Advantages<String>(.window(length: 8, minimumCount: 4), epsilon: 1e-3)
        window.record([1, 2, 3], for: ["b", "a", "b"])
        let loaded = try JSONDecoder().decode(Advantages<String>.self, from: JSONEncoder().encode(window))
        #expect(loaded.method == .window(length: 8, minimumCount: 4) && loaded.epsilon == 1e-3)
        #expect(loaded.prompts.sorted() == ["a", "b"])
    }

    @Test func `a method that compares within a batch knows the prompts of the last one`() {
        var groups = Advantages<String>(.group)
        groups.record([1, 2], for: ["a", "b"])
        groups.record([1, 2], for: ["c", "b"])
        #expect(groups.prompts.sorted() == ["b", "c"])
        let error = #expect(throws: AdvantageError.self) {
            try groups.advantages(validating: [1, 2], for: ["b", "a"])
        }
        #expect(error?.description == "prompt a is not in the batch that was recorded last")
    }

    @Test func `a setting that makes no sense is refused, with a message or an error`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Advantages<Int>(.window(length: 2, minimumCount: 1), epsilon: -1)
        }
        let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(message.contains("epsilon is -1.0; it must be positive and finite"))
        let error = #expect(throws: InvalidSetting.self) {
            try Advantages<Int>(validating: .window(length: 8, minimumCount: 9))
        }
        #expect(error?.description == "minimum count is 9; it must be at most the window's length, 8")
    }

    @Test(arguments: AdvantageMethod.all)
    func `rewards that are not as many as prompts are refused by every method`(method: AdvantageMethod) throws {
        var statistics = Advantages<Int>(method)
        #expect(throws: AdvantageError.counts(rewards: 2, prompts: 1)) {
            try statistics.record(validating: [1, 2], for: [0])
        }
        statistics.record([1, 2], for: [0, 0])
        #expect(throws: AdvantageError.counts(rewards: 2, prompts: 3)) {
            try statistics.advantages(validating: [1, 2], for: [0, 0, 0])
        }
    }
}
