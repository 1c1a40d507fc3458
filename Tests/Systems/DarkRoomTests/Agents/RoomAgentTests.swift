import DarkRoom
import DeterministicMath
import Testing

/// The reference points of the task: what agents with a rule earn in each of eight episodes, over all 80 goals.
struct RoomAgentTests {
    private let room = Room()

    private func returns(of agent: some RoomAgent, repeats: Int) -> [Double] {
        var generator = Xoshiro256StarStar(seed: 1)
        return agent.meanReturns(in: room, goals: room.goals, repeats: repeats, episodes: 8, using: &generator)
    }

    @Test func `the pinwheel sees all cells in four episodes and earns 101.25`() {
        let returns = returns(of: TourAgent.pinwheel, repeats: 1)
        #expect(returns == [2.625, 6.75, 10.875, 15, 16.5, 16.5, 16.5, 16.5])
        #expect(returns.sum() < SlotBound(in: room, episodes: 8).total)
    }

    @Test func `the optimist earns 98.6`() {
        let returns = returns(of: OptimistAgent(), repeats: 8)
        let expected = [2.60, 6.92, 10.57, 13.47, 15.83, 16.5, 16.5, 16.5]
        #expect(zip(returns, expected).allSatisfy { abs($0 - $1) < 0.7 })
        // The standard deviation of a lifetime's sum is about 10.
        #expect(abs(returns.sum() - 98.6) < 1.2)
    }

    @Test func `a Thompson agent that draws again earns 81`() {
        let returns = returns(of: ThompsonAgent(.whenRefuted), repeats: 8)
        #expect(abs(returns.sum() - 81) < 3)
        #expect(abs(returns[0] - 2.35) < 0.7)
        #expect(abs(returns[7] - 15.2) < 0.7)
    }

    @Test func `a Thompson agent that sits on its goal earns 31, and 1.006 in the first episode`() {
        // On its way to a goal at distance d it passes one cell at every distance up to d, each of which is the real goal
        // with probability 1/80 and then worth 21 less its distance.
        let first = room.goals.map { goal -> Double in
            (1...21 - room.optimalReturn(for: goal)).map { Double(21 - $0) }.sum() / 80
        }.mean()
        let returns = returns(of: ThompsonAgent(.onceAnEpisode), repeats: 8)
        #expect(abs(first - 1.006) < 0.001)
        #expect(abs(returns[0] - first) < 0.6)
        #expect(abs(returns.sum() - 31) < 4)
    }

    @Test func `a random agent earns 1.9`() {
        let returns = returns(of: RandomAgent(), repeats: 4)
        #expect(abs(returns.sum() - 8 * 0.23526) < 0.5)
    }

    @Test func `a lifetime is the same steps again from the same chance`() {
        var (one, other) = (OptimistAgent(), OptimistAgent())
        var chance = Xoshiro256StarStar(seed: 2)
        var same = chance
        let steps = one.steps(in: room, goal: .cell(3), episodes: 3, using: &chance)
        #expect(steps == other.steps(in: room, goal: .cell(3), episodes: 3, using: &same))
        #expect(steps.map(\.count) == [20, 20, 20])
        #expect(steps.joined().map(\.time) == [0, 1, 2].flatMap { _ in Array(0..<20) })
    }
}
