import Advantages
import DeterministicMath
import Testing

@testable import OneNumber

struct AdvantageMethodTests {
    @Test(arguments: AdvantageMethod.all.filter { $0 != .none } + [.exact])
    func `every method with a baseline learns`(method: AdvantageMethod) throws {
        let problem = Problem(seed: 1)
        let settings = RunSettings(epochs: 60, advantage: method, duplicates: .sum)
        let rewards = try problem.run(settings: settings, seed: 1).meanRewards
        #expect(rewards.suffix(10).mean() > rewards.prefix(10).mean() + 5)
    }

    @Test func `without a baseline rewards push away from all that was answered`() throws {
        let rewards = try Problem(seed: 1).run(settings: RunSettings(epochs: 5, advantage: .none), seed: 1).meanRewards
        #expect(rewards[4] < 5 * rewards[0])
    }
}
