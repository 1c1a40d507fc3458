import DarkRoom
import DeterministicMath
import Testing
import Trajectories

struct FormatPlanTests {
    static func histories() async -> Histories {
        var settings = A2CSettings.recipe
        settings.updates = 80
        return await Histories(learningIn: Room(), goals: Room().goals, seeds: 1...1, settings: settings)
    }

    static func plan(_ format: TrajectoryFormat) -> FormatPlan {
        var plan = FormatPlan(format)
        (plan.slots, plan.stride, plan.lessons, plan.tests) = (2, 4, 200, 8)
        (plan.settings.steps, plan.settings.batch) = (30, 8)
        return plan
    }

    @Test func `what an action costs is no less than its policy's own bits, and a state is soon cheap`() async throws {
        let histories = await Self.histories()
        let outcome = try await Self.plan(.chained).outcome(of: histories)
        #expect(outcome.policyBits > 0.5 && outcome.score.bits[Field.action.rawValue] > outcome.policyBits)
        // Six bits and a third would tell a cell of 81.
        #expect(outcome.score.bits[Field.state.rawValue] < 6)
        #expect((0..<1).contains(outcome.rewarded))
    }

    @Test func `one thread and two measure the same`() async throws {
        let histories = await Self.histories()
        var plan = Self.plan(.split)
        plan.settings.steps = 3
        #expect(try await plan.outcome(of: histories, threads: 1) == plan.outcome(of: histories, threads: 2))
    }

    @Test func `lessons that no history is long enough for are refused`() async {
        var settings = A2CSettings.recipe
        settings.updates = 4
        let short = await Histories(learningIn: Room(), goals: Room().goals, seeds: 1...1, settings: settings)
        var plan = Self.plan(.chained)
        plan.slots = 4
        await #expect(throws: DarkRoomError.tooFewEpisodes(slots: 4)) { try await plan.outcome(of: short) }
    }
}
