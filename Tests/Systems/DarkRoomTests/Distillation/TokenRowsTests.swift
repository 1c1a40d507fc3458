import Testing

@testable import DarkRoom

struct TokenRowsTests {
    private let room = Room(episodeLength: 2)
    private let steps = [
        Step(cell: 40, action: .right, reward: 1, time: 0, logProbability: 0),
        Step(cell: 41, action: .noop, reward: 0, time: 1, logProbability: 0),
        Step(cell: 40, action: .left, reward: 0, time: 0, logProbability: 0),
    ]

    private func rows(_ change: (inout TokenFormat) -> Void) -> (TokenRows, Vocabulary) {
        var format = TokenFormat()
        change(&format)
        let vocabulary = Vocabulary(of: room, format)
        var rows = TokenRows(format, vocabulary)
        rows.append(steps, firstTime: 0)
        return (rows, vocabulary)
    }

    @Test func `a token tells where the agent is and what it did and earned before, but not across episodes`() {
        let (rows, words) = rows { _ in }
        #expect(rows.symbols[0] == [4, 4, 4])
        #expect(rows.symbols[1] == [9 + 4, 9 + 5, 9 + 4])
        #expect(rows.symbols[2] == [words.action(nil), words.action(.right), words.action(nil)])
        #expect(rows.symbols[3] == [words.reward(nil), words.reward(1), words.reward(nil)])
        #expect(rows.clocks == [0, 1, 0])
        #expect(rows.episodes == [0, 0, 1])
        #expect(rows.places == [0, 1, 2])
        #expect(rows.predicting == [0, 1, 2])
    }

    @Test func `the leak tells of the reward that is still to come`() {
        let (rows, words) = rows { $0.leaksReward = true }
        #expect(rows.symbols[3] == [words.reward(1), words.reward(0), words.reward(0)])
    }

    @Test func `three tokens a step are the reward before, the state that predicts, and the action`() {
        let (rows, words) = rows { $0.packing = .triple }
        #expect(rows.clocks == [0, 0, 0, 1, 1, 1, 0, 0, 0])
        #expect(rows.predicting == [1, 4, 7])
        #expect(rows.symbols[0].prefix(4) == [words.reward(nil), 4, words.action(.right), words.reward(1)])
        #expect(rows.symbols[1].prefix(4) == [words.rewardKind, 13, words.actionKind, words.rewardKind])
    }

    @Test(arguments: [true, false])
    func `no two symbols are one`(splits: Bool) {
        var format = TokenFormat()
        format.splitsCells = splits
        let words = Vocabulary(of: room, format)
        var all: [Int] = [words.actionKind, words.rewardKind] + (Action.allCases + [nil]).map { words.action($0) }
        all += [nil, 0, 1].map { words.reward($0) }
        for cell in 0..<room.cellCount {
            let (one, other) = words.cell(cell)
            if splits {
                if room.column(of: cell) == 0 { all.append(one) }
                if room.row(of: cell) == 0 { all.append(other) }
            } else {
                all.append(one)
                if cell == 0 { all.append(other) }
            }
        }
        #expect(all.sorted() == Array(0..<words.count))
    }
}
