import DeterministicMath
import Testing

@testable import DarkRoom

struct LearnedHistoriesTests {
    private let room = Room(rows: 3, columns: 3, episodeLength: 6)

    @Test func `each seed and goal has an agent, the same on one thread and two and whatever the other goals are`()
        async
    {
        var settings = A2CSettings.recipe
        settings.rooms = 2
        settings.updates = 30
        func histories(_ goals: [Goal], threads: Int) async -> Histories {
            await Histories(learningIn: room, goals: goals, seeds: 4...5, settings: settings, threads: threads)
        }
        let (one, two) = (await histories(room.goals, threads: 1), await histories(room.goals, threads: 2))
        #expect(one.streams.count == 2 * 8 * 2)
        #expect(one.streams.map(\.steps) == two.streams.map(\.steps))
        #expect(one.streams.map(\.goal).prefix(4) == [room.goals[0], room.goals[0], room.goals[1], room.goals[1]])
        let few = await histories(Array(room.goals.prefix(3)), threads: 1)
        #expect(few.streams[4].steps == one.streams[4].steps)
        // Two rooms of an agent are different chances.
        #expect(one.streams[0].steps != one.streams[1].steps)
        // 30 windows of 10 steps are 50 episodes of 6.
        #expect(one.streams.allSatisfy { $0.episodeCount == 50 })
    }

    @Test func `each goal has as many tuned copies as asked for, with their own chance`() async {
        var generator = Xoshiro256StarStar(seed: 3)
        let explorer = Explorer(in: room, features: 16, using: &generator)
        var settings = TuningSettings()
        settings.episodes = 5
        let histories = await Histories(
            tuning: explorer, to: [.cell(0), .cell(8)], copies: 3, seed: 1, settings: settings)
        #expect(
            histories.streams.map(\.goal) == [Goal](repeating: .cell(0), count: 3)
                + [Goal](repeating: .cell(8), count: 3))
        #expect(Set(histories.streams.map(\.steps)).count == 6)
        #expect(histories.streams.allSatisfy { $0.episodeCount == 5 })
    }

    @Test func `what lessons earn in each slot is what their agent earns in each episode`() {
        let lessons = AgentLessons(of: OptimistAgent(), in: room, goals: [.cell(5)], episodes: 3)
        var generator = Xoshiro256StarStar(seed: 1)
        let returns = lessons.meanReturns(lessons: 200, using: &generator)
        #expect(returns.count == 3)
        // The cell beside the middle is found in the first two steps half of the time, and then held for the rest.
        #expect(returns[0] > 3 && returns[0] < 6)
        #expect(Array(returns[1...]) == [6, 6])
    }
}
