import DarkRoom
import DeterministicMath
import Testing

struct A2CTests {
    private let room = Room()

    private func trained(
        _ goal: Goal, in room: Room = Room(), seed: UInt64 = 1, _ change: (inout A2CSettings) -> Void = { _ in }
    ) -> A2C {
        var settings = A2CSettings.recipe
        change(&settings)
        var agent = A2C(in: room, goal: goal, seed: seed, settings: settings, records: true)
        for _ in 0..<settings.updates { agent.update() }
        return agent
    }

    @Test(arguments: [42, 22, 3])
    func `after 60,000 steps an agent earns nearly the most that is possible`(cell: Int) {
        let goal = Goal.cell(cell)
        let agent = trained(goal)
        #expect(agent.policy.expectedReturn(for: goal) > 0.97 * Double(room.optimalReturn(for: goal)))
        // The start is worth what comes before the window's end, and the rest by the value there.
        #expect(agent.values[room.start] > 4)
    }

    @Test func `an agent in a room that ends at the goal learns to get there`() {
        let room = Room(endsAtGoal: true)
        let agent = trained(.cell(22), in: room) { $0.updates = 300 }
        #expect(agent.policy.expectedReturn(for: .cell(22)) > 0.95)
        let last = agent.episodes.suffix(50).map { Double($0.length) }.mean()
        #expect(last < 1.25 * 4 + 0.5)
    }

    @Test func `generalised advantages, bootstrapped time-outs and linear weights learn too`() {
        let agent = trained(.cell(42)) {
            $0.targets = .generalized(lambda: 0.9)
            $0.timeOut = .bootstrapped
            $0.initialization = .linear
            $0.decay = .linearInSecondHalf
        }
        #expect(agent.policy.expectedReturn(for: .cell(42)) > 0.9 * 19)
    }

    @Test func `its history is what happened, with the probabilities that it had`() {
        let goal = Goal.cell(42)
        var settings = A2CSettings.recipe
        settings.rooms = 3
        var agent = A2C(in: room, goal: goal, seed: 2, settings: settings, records: true)
        let before = agent.policy
        for _ in 0..<9 { agent.update() }
        #expect(agent.history.map(\.count) == [90, 90, 90])
        for steps in agent.history {
            var walk = Walk(in: room, to: goal)
            for (place, step) in steps.enumerated() {
                if walk.isOver { walk = Walk(in: room, to: goal) }
                #expect(step.cell == walk.cell && step.time == walk.time)
                #expect(step.reward == walk.take(step.action))
                guard place < settings.steps else { continue }
                let probability = before.probability(of: step.action, in: step.cell)
                #expect(abs(Double(step.logProbability) - log(probability)) < 1e-6)
            }
        }
        #expect(agent.episodes.count == 12)
        for episode in agent.episodes {
            let place = agent.episodes.filter { $0.room == episode.room && $0.update < episode.update }.count
            let steps = agent.history[episode.room][20 * place..<20 * place + 20]
            #expect(episode.length == 20)
            #expect(episode.earned == steps.reduce(0) { $0 + $1.reward })
        }
    }

    @Test func `what an update tells is about the window before it`() {
        var agent = A2C(in: room, goal: .cell(42), seed: 1, settings: .recipe)
        let first = agent.update()
        #expect(first.entropy > 1 && Double(first.entropy) < log(5.0))
        #expect(first.gradientNorm > 0)
        for _ in 0..<300 { agent.update() }
        let last = agent.update()
        #expect(last.entropy < first.entropy)
    }

    @Test func `a seed is a run to the last bit, on every machine`() {
        let agent = trained(.cell(3), seed: 7) { $0.updates = 60 }
        var digest = Digest(of: agent.policy.probabilities)
        digest.combine(agent.history.joined().map { Double($0.logProbability) })
        #expect(digest.description == "fed300f0c90f9db8")
        let other = trained(.cell(3), seed: 8) { $0.updates = 60 }
        #expect(other.policy != agent.policy)
    }
}
