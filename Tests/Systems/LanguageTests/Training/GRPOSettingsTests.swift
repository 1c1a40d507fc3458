import Advantages
import GRPO
import Language
import Testing

struct GRPOSettingsTests {
    static func error(_ change: (inout GRPOSettings) -> Void) -> String? {
        var settings = GRPOSettings()
        change(&settings)
        do { try settings.validate() } catch { return "\(error)" }
        return nil
    }

    @Test func `the defaults make sense, the original's too`() throws {
        try GRPOSettings().validate()
        try GRPOSettings.original.validate()
    }

    @Test func `group size below two is refused by name`() {
        #expect(
            Self.error { $0.groupSize = 1 }
                == "groupSize is 1; it must be at least 2: an answer is compared with others to the same question")
    }

    @Test func `every value that makes no sense is refused by its name`() {
        let errors: [(String, (inout GRPOSettings) -> Void)] = [
            ("steps is 0; it must be at least 1", { $0.steps = 0 }),
            ("questions is 0; it must be at least 1", { $0.questions = 0 }),
            ("limit is -1; it must be at least 1", { $0.limit = -1 }),
            ("updates is 2; it must be 1 with a surrogate that does not know which policy sampled", { $0.updates = 2 }),
            ("rate is nan; it must be above 0 and finite", { $0.rate = .nan }),
            ("warmup is 201; it must be from 0 to the number of steps, 200", { $0.warmup = 201 }),
            ("clip is 0.0; it must be above 0 and finite", { $0.clip = 0 }),
            ("secondBeta is 1.0; it must be from 0 to less than 1", { $0.secondBeta = 1 }),
            ("clip is inf; it must be above 0 and finite", { $0.clip = .infinity }),
            ("weightDecay is -1.0; it must be 0 or more, and finite", { $0.weightDecay = -1 }),
            ("beta is -1.0; it must be 0 or more, and finite", { $0.objective.beta = -1 }),
            (
                "clipBelow is 1.5; it must be from 0 to 1",
                { $0.objective.surrogate = .clipped(below: 1.5, above: 0.2) }
            ),
            (
                "clipAbove is inf; it must be 0 or more, and finite",
                { $0.objective.surrogate = .clipped(below: 0.2, above: .infinity) }
            ),
            (
                "mixing share is 2.0; it must be from 0 to 1",
                { $0.mixing = GRPOSettings.Mixing(interval: 200, share: 2) }
            ),
            ("window length is 0; it must be at least 1", { $0.advantages = .window(length: 0, minimumCount: 1) }),
        ]
        for (message, change) in errors { #expect(Self.error(change) == message) }
    }
}
