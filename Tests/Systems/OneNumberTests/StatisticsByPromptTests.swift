import DeterministicMath
import Foundation
import Testing

@testable import OneNumber

struct StatisticsByPromptTests {
    @Test func `named prompts give the same bits as numbered ones`() {
        let batches = RecordedBatches()
        var numbered = IndexedWindowStatistics(length: 12, minimumCount: 4)
        var named = WindowStatistics<String>(length: 12, minimumCount: 4)
        var numberedAverage = IndexedEMAStatistics(decay: 0.8, minimumCount: 4)
        var namedAverage = EMAStatistics<String>(decay: 0.8, minimumCount: 4)
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
        var window = WindowStatistics<String>(length: 2, minimumCount: 1)
        window.record([1, 2], for: ["a", "b"])
        let advantages = window.advantages(of: [1, 2], for: ["a", "new"])
        #expect(window.advantages(of: [1, 2], for: ["a", "new"]) == advantages)
        #expect(window.moments(of: "new") == nil)
    }

    @Test func `a reward that can not be squared is named with its prompt`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var window = WindowStatistics<String>(length: 2, minimumCount: 1)
            window.record([1, 2, 3, 4, -1e150], for: ["a", "b", "c", "d", "e"])
        }
        let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(message.contains("the reward of prompt e is -1e+150; it must be a number below 1e150 in size"))
    }

    @Test func `a batch with more rewards of a prompt than its window holds is refused with the prompt's name`()
        async throws
    {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var window = WindowStatistics<String>(length: 3, minimumCount: 1)
            window.record([1, 2, 3, 4, 5], for: ["a", "b", "a", "a", "b"])
            window.record([1, 2, 3, 4, 5], for: ["a", "b", "b", "b", "b"])
        }
        let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(message.contains("a batch has 4 rewards of prompt b, and only 3 are remembered"))
        var average = EMAStatistics<String>(decay: 0.5, minimumCount: 1)
        average.record([1, 2, 3], for: ["a", "a", "a"])
        #expect(average.mostRewardsOfAPrompt == nil && average.moments(of: "a")?.count == 3)
    }

    @Test func `the settings and the prompts of statistics can be asked for`() throws {
        var window = WindowStatistics<String>(length: 8, minimumCount: 4)
        window.record([1, 2, 3], for: ["b", "a", "b"])
        let loaded = try JSONDecoder().decode(WindowStatistics<String>.self, from: JSONEncoder().encode(window))
        #expect(loaded.numbered.length == 8 && loaded.numbered.minimumCount == 4 && loaded.mostRewardsOfAPrompt == 8)
        #expect(loaded.prompts.sorted() == ["a", "b"])
    }

    @Test func `statistics that are not empty can not be numbered anew`() async {
        await #expect(processExitsWith: .failure) {
            var groups = IndexedGroupStatistics()
            groups.record([1, 2], for: [0, 0])
            _ = StatisticsByPrompt<String, _>(numbering: groups)
        }
    }

    @Test func `an epsilon that can not do its work is refused`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = WindowStatistics<Int>(length: 2, minimumCount: 1, epsilon: -1)
        }
        let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(message.contains("an epsilon of -1.0; it must be positive and finite"))
        await #expect(processExitsWith: .failure) { _ = IndexedGroupStatistics(epsilon: .nan) }
        await #expect(processExitsWith: .failure) { _ = BatchStatistics<Int>(epsilon: 0) }
    }

    @Test func `rewards that are not as many as prompts are refused, by every estimator`() async {
        await #expect(processExitsWith: .failure) {
            var groups = IndexedGroupStatistics()
            groups.record([1, 2], for: [0, 0])
            _ = groups.advantages(of: [1, 2], for: [0])
        }
        await #expect(processExitsWith: .failure) {
            var others = IndexedLeaveOneOutStatistics()
            others.record([1, 2], for: [0, 0])
            _ = others.advantages(of: [1, 2, 3], for: [0, 0])
        }
        await #expect(processExitsWith: .failure) {
            _ = BatchStatistics<Int>().advantages(of: [1, 2], for: [0])
        }
    }
}
