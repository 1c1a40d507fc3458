import Testing

@testable import OneNumber

struct PolicyUpdateTests {
    // Two prompts share slot 0.
    private let prompts = [
        Prompt(name: "a", index: 0, slot: 0, sigma: 1, label: 0),
        Prompt(name: "b", index: 1, slot: 1, sigma: 1, label: 0),
        Prompt(name: "c", index: 2, slot: 0, sigma: 1, label: 0),
    ]

    private func updated(_ rule: DuplicateRule) -> [Double] {
        var policy = Policy(parameters: [10, 20, 30])
        policy.update(toward: [12, 26, 11], for: prompts, advantages: [1, -0.5, 2], duplicates: rule)
        return policy.parameters
    }

    // The steps are 2, -3 and 2, all from the parameters before the update.
    @Test func `the last duplicate wins`() {
        var policy = Policy(parameters: [10, 20, 30])
        policy.update(toward: [12, 26, 17], for: prompts, advantages: [1, -0.5, 1], duplicates: .last)
        #expect(policy.parameters == [17, 17, 30])
        #expect(updated(.last) == [12, 17, 30])
    }

    @Test func `duplicates are summed`() {
        #expect(updated(.sum) == [14, 17, 30])
    }

    @Test func `duplicates are averaged`() {
        var policy = Policy(parameters: [10, 20, 30])
        policy.update(toward: [12, 26, 17], for: prompts, advantages: [1, -0.5, 1], duplicates: .mean)
        #expect(policy.parameters == [14.5, 17, 30])
    }

    @Test func `without duplicates the rules agree`() {
        let parameters = DuplicateRule.allCases.map { rule in
            var policy = Policy(parameters: [10, 20, 30])
            policy.update(toward: [12, 26], for: [prompts[0], prompts[1]], advantages: [0.25, 2], duplicates: rule)
            return policy.parameters
        }
        #expect(parameters == [[10.5, 32, 30], [10.5, 32, 30], [10.5, 32, 30]])
    }
}
