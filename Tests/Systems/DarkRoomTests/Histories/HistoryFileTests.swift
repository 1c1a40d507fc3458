import DarkRoom
import DeterministicMath
import Foundation
import Testing

struct HistoryFileTests {
    private let room = Room()
    private let goals: [Goal] = [.cell(3), .keyAndDoor(key: 7, door: 80)]

    /// A path that is free, in a folder that is removed afterwards.
    private func withPath(_ body: (_ path: String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "histories-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "histories").path)
    }

    /// Random steps of two rooms with made-up rewards and log-probabilities, `episodes` of 20 in each.
    private func steps(episodes: Int, seed: UInt64) -> [[Step]] {
        var generator = Xoshiro256StarStar(seed: seed)
        return (0..<2).map { _ in
            (0..<episodes * 20).map { place in
                Step(
                    cell: generator.integer(below: 81), action: Action.allCases[generator.integer(below: 5)],
                    reward: generator.integer(below: 32) - 16, time: place % 20,
                    logProbability: Float(generator.normal()))
            }
        }
    }

    private func write(_ path: String, _ parts: [[[Step]]], agent: Int = 1, finishes: Bool = true) throws {
        var writer = try HistoryWriter(to: path, room: room, goals: goals, blockSteps: 100)
        for part in parts { try writer.append(part, agent: agent) }
        if finishes { try writer.finish() }
    }

    private func read(_ file: HistoryFile, agent: Int = 1) throws -> [[Step]] {
        try (0..<2).map { number in
            try file.blocks(agent: agent, room: number).flatMap { try file.block($0).steps }
        }
    }

    @Test func `what was written is read, whole episodes block by block`() throws {
        try withPath { path in
            let parts = (0..<7).map { steps(episodes: 3, seed: $0) }
            try write(path, parts)
            let file = try HistoryFile(path)
            #expect(file.room == room)
            #expect(file.goals == goals)
            #expect(file.cutOffBytes == 0)
            #expect(file.stepCount == 2 * 21 * 20)
            #expect(file.blockCount > 4)
            #expect(try read(file) == (0..<2).map { number in parts.flatMap { $0[number] } })
            var next = 0
            for place in file.blocks(agent: 1, room: 0) {
                let block = try file.block(place)
                #expect(block.firstEpisode == next)
                #expect(block.episodes.allSatisfy { $0.map(\.time) == Array(0..<20) })
                next += block.episodes.count
            }
            #expect(next == 21)
        }
    }

    @Test func `a step takes seven bytes`() throws {
        try withPath { path in
            try write(path, [steps(episodes: 100, seed: 1)])
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            #expect(try #require(size) < 4000 * 7 + 300)
        }
    }

    @Test func `a file that was cut off anywhere is read up to its last whole block, and can be continued`() throws {
        try withPath { path in
            let parts = (0..<4).map { steps(episodes: 6, seed: $0) }
            try write(path, parts)
            let whole = try Data(contentsOf: URL(filePath: path))
            let all = try read(HistoryFile(path))
            for length in stride(from: 200, to: whole.count, by: 97) {
                try whole.prefix(length).write(to: URL(filePath: path))
                let file = try HistoryFile(path)
                let read = try read(file)
                #expect(read.indices.allSatisfy { read[$0][...] == all[$0].prefix(read[$0].count) })
                #expect(file.cutOffBytes < 900)
                var writer = try HistoryWriter(to: path, room: room, goals: goals, blockSteps: 100)
                let missing = all.indices.map { number in
                    Array(all[number].dropFirst(20 * writer.episodeCount(agent: 1, room: number)))
                }
                try writer.append(missing, agent: 1)
                try writer.finish()
                #expect(try self.read(HistoryFile(path)) == all)
            }
        }
    }

    @Test func `space that the system gave but nobody wrote to counts as cut off`() throws {
        try withPath { path in
            try write(path, [steps(episodes: 6, seed: 1)])
            let whole = try Data(contentsOf: URL(filePath: path))
            try (whole + Data(count: 500)).write(to: URL(filePath: path))
            #expect(try HistoryFile(path).cutOffBytes == 500)
        }
    }

    @Test func `a changed bit is found, wherever it is before the last block`() throws {
        try withPath { path in
            try write(path, (0..<4).map { steps(episodes: 6, seed: $0) })
            let whole = try Data(contentsOf: URL(filePath: path))
            for place in stride(from: 0, to: whole.count - 1000, by: 61) {
                var changed = whole
                changed[place] ^= 4
                try changed.write(to: URL(filePath: path))
                #expect(throws: HistoryError.self) { try HistoryFile(path) }
            }
        }
    }

    @Test func `errors say where and what`() throws {
        try withPath { path in
            #expect(throws: HistoryError.file(path: path, reason: "No such file or directory")) {
                try HistoryFile(path)
            }
            try Data("something else".utf8).write(to: URL(filePath: path))
            #expect(throws: HistoryError.foreign(path: path)) { try HistoryFile(path) }
            #expect(throws: HistoryError.foreign(path: path)) {
                try HistoryWriter(to: path, room: room, goals: goals)
            }
            #expect(
                "\(HistoryError.damaged(path: "h", byte: 12))"
                    == "h is damaged: the block at byte 12 does not have its checksum")
        }
    }

    @Test func `a file of other goals is not continued`() throws {
        try withPath { path in
            try write(path, [steps(episodes: 6, seed: 1)])
            #expect(throws: HistoryError.foreign(path: path)) {
                try HistoryWriter(to: path, room: room, goals: [.cell(3)])
            }
        }
    }
}
