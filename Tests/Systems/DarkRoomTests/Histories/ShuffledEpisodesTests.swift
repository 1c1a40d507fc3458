import DarkRoom
import DeterministicMath
import Foundation
import Testing

struct ShuffledEpisodesTests {
    @Test func `every episode comes once, in an order that depends on the seed alone`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "shuffled-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let room = Room()
        var writer = try HistoryWriter(to: path, room: room, goals: [.cell(0), .cell(1)], blockSteps: 100)
        for agent in 0..<2 {
            // The cell of an episode's steps is its number.
            let steps = (0..<60 * 20).map {
                Step(cell: $0 / 20, action: .up, reward: 0, time: $0 % 20, logProbability: 0)
            }
            try writer.append([steps, steps], agent: agent)
        }
        try writer.finish()
        let file = try HistoryFile(path)
        func order(seed: UInt64) throws -> [[Int]] {
            var generator = Xoshiro256StarStar(seed: seed)
            var episodes = ShuffledEpisodes(of: file, poolSize: 30, using: &generator)
            var order: [[Int]] = []
            while let next = try episodes.next(using: &generator) {
                #expect(next.steps.allSatisfy { $0.cell == next.episode })
                #expect(next.steps.count == 20)
                order.append([next.agent, next.room, next.episode])
            }
            return order
        }
        let first = try order(seed: 1)
        #expect(first.count == 240)
        #expect(Set(first).count == 240)
        #expect(try order(seed: 1) == first)
        #expect(try order(seed: 2) != first)
        // Neighbours in the file hardly ever stay neighbours.
        let neighbours = zip(first, first.dropFirst()).filter { $0[0] == $1[0] && $0[1] == $1[1] && $0[2] + 1 == $1[2] }
        #expect(neighbours.count < 20)
    }
}
