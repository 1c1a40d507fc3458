import DarkRoom
import Testing

struct HistoriesTests {
    private let room = Room(episodeLength: 4)

    /// Episodes of four steps whose rewards are given; the cell is the number of the episode.
    static func steps(_ rewards: [[Int]]) -> [Step] {
        rewards.enumerated().flatMap { episode, rewards in
            rewards.enumerated().map { time, reward in
                Step(cell: episode, action: .up, reward: reward, time: time, logProbability: 0)
            }
        }
    }

    @Test func `a stream is cut into its whole episodes`() {
        let steps = Self.steps([[0, 0, 0, 0], [0, 0, 0, 1], [1, 0, 1, 0], [0, 1]])
        let histories = Histories(in: room, goals: [.cell(3)], steps: [[steps]])
        let stream = histories.streams[0]
        #expect(stream.goal == .cell(3))
        #expect(stream.episodeCount == 3)
        #expect(stream.returns == [0, 1, 2])
        #expect(stream[2].map(\.cell) == [2, 2, 2, 2])
        #expect(stream.firstReward == 1)
        #expect(stream.isRewardedLast)
    }

    @Test func `the first reward may come in the middle, or never`() {
        let streams = [[[0, 0, 0, 0], [0, 1, 0, 1]], [[0, 0, 0, 0]]].map(Self.steps)
        let histories = Histories(in: room, goals: [.cell(3)], steps: [streams])
        #expect(histories.streams.map(\.firstReward) == [1, nil])
        #expect(histories.streams.map(\.isRewardedLast) == [false, false])
        #expect(histories.meanReturns(episodes: 2) == [0, 1])
    }

    @Test func `histories can be joined, and taken apart by goals`() {
        let one = Histories(in: room, goals: [.cell(1), .cell(2)], steps: [[[]], [[]]])
        let both = one + Histories(in: room, goals: [.cell(1)], steps: [[[], []]])
        #expect(both.streams.map(\.goal) == [.cell(1), .cell(2), .cell(1), .cell(1)])
        #expect(both.only([.cell(1)]).streams.count == 3)
    }
}
