import Foundation
import Testing

@testable import Advantages

/// A reward that can not be squared goes nowhere.
struct InvalidRewardTests {
    private static let invalid: [Double] = [.nan, .infinity, -.infinity, 1e150, -1e200, -.nan, .signalingNaN]

    @Test(arguments: AdvantageMethod.all, invalid)
    func `every method refuses it, recorded or asked about`(method: AdvantageMethod, reward: Double) {
        var statistics = Advantages<String>(method)
        statistics.record([1, 2, 3], for: ["a", "b", "a"])
        let before = statistics.advantages(of: [1, 2, 3], for: ["a", "b", "a"])
        let expected = AdvantageError.reward(value: "\(reward)", prompt: "b")
        #expect(throws: expected) { try statistics.record(validating: [1, reward, 2], for: ["a", "b", "a"]) }
        #expect(throws: expected) { try statistics.advantages(validating: [1, reward, 2], for: ["a", "b", "a"]) }
        #expect(statistics.advantages(of: [1, 2, 3], for: ["a", "b", "a"]) == before)
    }

    @Test(arguments: AdvantageMethod.all)
    func `on request it is left out, and nothing is learned from it`(method: AdvantageMethod) {
        var (whole, valid) = (Advantages<String>(method), Advantages<String>(method))
        for reward in Self.invalid {
            whole.record(skippingInvalid: [1, reward, 2, 5], for: ["a", "a", "a", "b"])
            valid.record([1, 2, 5], for: ["a", "a", "b"])
            let expected = valid.advantages(of: [1, 2, 5], for: ["a", "a", "b"])
            let advantages = whole.advantages(skippingInvalid: [1, reward, 2, 5], for: ["a", "a", "a", "b"])
            #expect(advantages == [expected[0], 0, expected[1], expected[2]])
        }
    }

    @Test func `without a request it stops the program, also where a batch is only asked about`() async throws {
        let asked = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Advantages<String>(.batch).advantages(of: [1, .nan, 2], for: ["a", "b", "c"])
        }
        let message = String(decoding: try #require(asked).standardErrorContent, as: UTF8.self)
        #expect(message.contains("the reward of prompt b is nan; it must be a number below 1e150 in size"))
        await #expect(processExitsWith: .failure) {
            var statistics = Advantages<String>(.none)
            statistics.record([.infinity], for: ["a"])
        }
        await #expect(processExitsWith: .failure) {
            var statistics = Advantages<String>(.window())
            statistics.record(skippingInvalid: [1, .nan], for: ["a"])
        }
    }

    @Test func `a prompt that is not equal to itself is refused`() {
        var statistics = Advantages<Double>(.window())
        #expect(throws: AdvantageError.prompt("nan")) { try statistics.record(validating: [1, 2], for: [3, .nan]) }
        #expect(statistics.prompts.isEmpty)
    }
}
