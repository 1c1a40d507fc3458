import DarkRoom
import Testing

struct HistoryTextTests {
    private let steps = [
        Step(cell: 40, action: .right, reward: 0, time: 0, logProbability: -1.609438),
        Step(cell: 41, action: .noop, reward: 1, time: 1, logProbability: -1e-7),
    ]

    @Test func `a step is a line`() throws {
        let text = HistoryText.lines(of: steps)
        #expect(text == "40 2 0 0 -1.609438\n41 0 1 1 -1e-07\n")
        #expect(try HistoryText.steps(of: text) == steps)
        #expect(HistoryText.lines(of: steps, withLogProbabilities: false) == "40 2 0 0\n41 0 1 1\n")
    }

    @Test func `commas, tabs, blank lines and rewards with a point are read too`() throws {
        let read = try HistoryText.steps(of: "40,2,0.0,0\r\n\n41\t0\t1.0\t1\n")
        #expect(read.map(\.cell) == [40, 41])
        #expect(read.map(\.reward) == [0, 1])
        #expect(read.map(\.logProbability) == [0, 0])
    }

    @Test(arguments: ["40 2 0", "40 5 0 0", "40 2 0.5 0", "-1 2 0 0", "40 2 0 0 x", "a b c d"])
    func `what is no step is told with its line`(line: String) {
        #expect(throws: HistoryError.line(2, line)) { try HistoryText.steps(of: "40 2 0 0\n\(line)\n") }
    }
}
