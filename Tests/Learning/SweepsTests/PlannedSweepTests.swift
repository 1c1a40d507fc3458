import Foundation
import TestSupport
import Testing

@testable import Sweeps

/// Whoever computes the blocks, in whichever order, the table has the same bytes; and what can not be is said.
struct PlannedSweepTests {
    static let table = """
        factor,seed,square
        1,1,1
        1,2,4
        1,3,9
        1,4,16
        1,5,25
        3,1,3
        3,2,12
        3,3,27
        3,4,48
        3,5,75

        """

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test func `a sweep computes what is missing, and once`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path)
        #expect(try sweep.missing() == sweep.blocks)
        #expect(try await sweep.work(on: sweep.blocks) == 6)
        #expect(try await sweep.work(on: sweep.blocks) == 0)
        #expect(try text(try await sweep.merge(patience: .zero)) == Self.table)
    }

    @Test(arguments: 1...8) func `tasks in any order make the same table`(count: Int) async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path)
        var done = 0
        for task in (0..<count).reversed() {
            done += try await sweep.work(on: sweep.blocks(ofTask: task, of: count))
        }
        #expect(done == sweep.blocks.count)
        #expect(try text(try await sweep.merge(patience: .zero)) == Self.table)
    }

    @Test func `a task that is none is refused`() throws {
        let sweep = try Squares.sweep(in: "none")
        #expect(throws: SweepError.task(3, of: 3)) { try sweep.blocks(ofTask: 3, of: 3) }
        #expect(throws: SweepError.task(-1, of: 3)) { try sweep.blocks(ofTask: -1, of: 3) }
    }

    @Test func `what is missing is named, and nothing is written`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path)
        try await sweep.work(on: Array(sweep.blocks.dropLast()))
        await #expect(throws: SweepError.missing(blocks: ["squares --factor 3, seed 5"], of: 6)) {
            try await sweep.merge(patience: .zero)
        }
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/merged.csv"))
    }

    @Test func `a file is known by what it holds, and not by where it lies`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("3", to: "three")
        try folder.write("3", to: "moved/three")
        func sweep(_ name: String) throws -> PlannedSweep {
            try Squares.sweep(in: folder.path, factors: "\(folder.path)/\(name)", flag: "file")
        }
        #expect(try await sweep("three").work(on: sweep("three").blocks) == 3)
        #expect(try sweep("moved/three").missing().isEmpty)
        try folder.write("4", to: "three")
        #expect(try sweep("three").missing().count == 3)
        // A folder has the bytes of all its files.
        let before = try sweep("moved").blocks
        try folder.write("", to: "moved/deeper/other")
        #expect(try sweep("moved").blocks[0].key != before[0].key)
        #expect(
            throws: SweepError.plan(
                path: "plan.yml", place: .init(line: 3, column: 3), flaw: .noFile("\(folder.path)/none"))
        ) {
            try sweep("none")
        }
    }

    @Test func `a damaged block is computed again, in whichever byte the damage is`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path, factors: "7", seeds: "1-2")
        try await sweep.work(on: sweep.blocks)
        let path = sweep.store.path(of: sweep.blocks[0])
        let whole = try Data(contentsOf: URL(filePath: path))
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= 1
            for bytes in [damaged, whole[..<place]] {
                try bytes.write(to: URL(filePath: path))
                #expect(try await sweep.work(on: sweep.blocks) == 1, "byte \(place)")
                #expect(try Data(contentsOf: URL(filePath: path)) == whole)
            }
        }
    }

    @Test func `two machines that disagree are an error, and the first result stays`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path)
        let block = sweep.blocks[0]
        try sweep.store.keep(["1,1", "2,5"], of: block)
        let path = sweep.store.path(of: block)
        #expect(throws: SweepError.disagreement(block: block.name, file: path, line: 3)) {
            try sweep.store.keep(["1,1", "2,4"], of: block)
        }
        #expect(try sweep.store.lines(of: block) == ["1,1", "2,5"])
        await #expect(throws: SweepError.disagreement(block: block.name, file: path, line: 3)) {
            try await sweep.check(sample: 10, seed: 1)
        }
    }

    @Test func `a check computes as many as are asked for, others with another seed`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path, factors: "[1, 2, 3, 4, 5, 6, 7]")
        try await sweep.work(on: sweep.blocks)
        let chosen = try await (1...8).asyncMap { try await sweep.check(sample: 2, seed: $0) }
        #expect(chosen.allSatisfy { Set($0).count == 2 })
        #expect(Set(chosen).count > 1)
        #expect(try await sweep.check(sample: 99, seed: 1).count == sweep.blocks.count)
    }

    @Test func `sixteen writers of one block leave one file and no other`() async throws {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path, factors: "7", seeds: "1-2")
        let (store, block) = (sweep.store, sweep.blocks[0])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 { group.addTask { try store.keep(["1,7", "2,28"], of: block) } }
            try await group.waitForAll()
        }
        #expect(try store.lines(of: block) == ["1,7", "2,28"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(store.folder)/tmp").isEmpty)
    }

    @Test func `a command that does not exist, or refuses a setting, is named with its place`() {
        let other = { (text: String) in
            do {
                _ = try PlannedSweep(
                    SweepPlan(parsing: text, path: "plan.yml"), folder: "", program: "",
                    commands: ["squares": Squares.self])
                return "nothing"
            } catch { return "\(error)" }
        }
        #expect(
            other("command: cubes\nseeds: 1") == "plan.yml:1:10: error: 'cubes' can not be swept; what can: squares")
        #expect(
            other("command: squares\nseeds: 1\nsettings:\n  factor: x")
                == "plan.yml:4:3: error: --factor x: no factor")
    }

    @Test(arguments: [
        ("a: [1, 9]\n  b: [1, 2]", 3), ("a: [1, 2]\n  b: [1, 9]", 4), ("a: [1, 5]\n  b: [1, 5]\n  c: 1", 4),
        ("b: 1\n  c: [1, 9]", 4), ("c: [9]\n  a: 9\n  b: 1", 3),
    ])
    func `a combination that is refused is told at the setting that it is refused for`(settings: String, line: Int)
        throws
    {
        let text = "command: squares\nsettings:\n  \(settings)\nseeds: 1-2\nblock: 2\n"
        let error = #expect(throws: SweepError.self) {
            try PlannedSweep(
                SweepPlan(parsing: text, path: "plan.yml"), folder: "none", program: CommandLine.arguments[0],
                commands: ["squares": Picky.self])
        }
        guard case .plan(_, let place, .refused) = error else { Issue.record("\(String(describing: error))"); return }
        #expect(place == PlanPlace(line: line, column: 3))
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}

/// A command that refuses 9, and twice the same number above 2.
private struct Picky: Sweepable {
    static let sources: [String] = []
    static let columns = ["seed"]

    static func parse(_ flags: [String]?) throws -> Picky {
        let large = (flags ?? []).compactMap(UInt64.init).filter { $0 > 2 }
        guard !large.contains(9), Set(large).count == large.count else {
            throw CocoaError(.formatting)
        }
        return Picky()
    }

    static func message(for error: any Error) -> String { "no" }

    func rows(for seeds: ClosedRange<UInt64>, folder: String) -> [String] { seeds.map { "\($0)" } }
}
