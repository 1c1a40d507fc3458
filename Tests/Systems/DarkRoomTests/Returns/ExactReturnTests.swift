import DarkRoom
import DeterministicMath
import Testing

struct ExactReturnTests {
    @Test func `a random agent earns .235 on average`() {
        let room = Room()
        let mean = room.goals.map { RoomPolicy.uniform(in: room).expectedReturn(for: $0) }.mean()
        #expect(abs(mean - 0.235) < 0.0005)
    }

    @Test(arguments: [false, true], [Goal.cell(41), .cell(20), .keyAndDoor(key: 41, door: 30)])
    func `the exact return is the mean over many episodes`(endsAtGoal: Bool, goal: Goal) {
        let room = Room(endsAtGoal: endsAtGoal)
        let exact = RoomPolicy.uniform(in: room).expectedReturn(for: goal)
        var generator = Xoshiro256StarStar(seed: 1)
        var agent = RandomAgent()
        let returns = agent.returns(in: room, goal: goal, episodes: 3000, using: &generator).map(Double.init)
        let error = returns.sampleStandardDeviation() / Double(returns.count).squareRoot()
        #expect(abs(returns.mean() - exact) < 4 * error)
        #expect(exact > 0)
    }

    @Test func `a policy that depends on the time goes right once and stays`() {
        let room = Room(episodeLength: 3)
        var probabilities = [Double](repeating: 0, count: 3 * 81 * Action.count)
        for step in 0..<3 {
            for cell in 0..<81 {
                let action: Action = step == 1 ? .right : .noop
                probabilities[(step * 81 + cell) * Action.count + action.index] = 1
            }
        }
        let policy = RoomPolicy(in: room, probabilities: probabilities)
        #expect(policy.isTimed)
        #expect(policy.expectedRewards(for: .cell(41)) == [0, 1, 1])
    }

    @Test func `where the agent is adds up to 1 after every step`() {
        let occupancy = RoomPolicy.uniform(in: Room()).occupancy()
        #expect(occupancy.count == 21)
        #expect(occupancy.allSatisfy { abs($0.sum() - 1) < 1e-12 })
        // Noop, or two steps to and fro: 1/25 + 4/25.
        #expect(abs(occupancy[2][40] - 0.2) < 1e-12)
    }
}
