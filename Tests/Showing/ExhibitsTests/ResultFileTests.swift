import Foundation
import Testing

@testable import Exhibits

struct ResultFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("results \(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `every bit of a number comes back, and dictionaries are written in one order`() throws {
        try withFolder { folder in
            let file = ResultFile(key: "k", path: folder.path + "/k", kept: nil)
            let values = [0.1 + 0.2, -0.0, .infinity, .nan, .leastNonzeroMagnitude, 1e300]
            #expect(file.value(as: [Double].self) == nil)
            #expect(file.keep(values) == .kept)
            #expect(file.value(as: [Double].self)?.map(\.bitPattern) == values.map(\.bitPattern))
            let names = Dictionary(uniqueKeysWithValues: (0..<50).map { ("\($0)", $0) })
            let other = ResultFile(key: "d", path: folder.path + "/d", kept: nil)
            #expect(other.keep(names) == .kept && other.keep(names) == .kept)
        }
    }

    @Test func `a second result is compared with the first, which stays`() throws {
        try withFolder { folder in
            let file = ResultFile(key: "k", path: folder.path + "/k", kept: nil)
            #expect(file.keep(1) == .kept)
            #expect(file.keep(1) == .kept)
            #expect(file.keep(2) == .differs)
            #expect(file.value(as: Int.self) == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names == ["k"])
        }
    }

    @Test func `a torn or changed file is as good as none, and is replaced`() throws {
        try withFolder { folder in
            let file = ResultFile(key: "k", path: folder.path + "/k", kept: nil)
            _ = file.keep([1, 2, 3])
            let whole = try Data(contentsOf: URL(fileURLWithPath: file.path))
            for place in 0..<whole.count {
                try whole.prefix(place).write(to: URL(fileURLWithPath: file.path))
                #expect(file.value(as: [Int].self) == nil)
                var changed = whole
                changed[place] ^= 1
                try changed.write(to: URL(fileURLWithPath: file.path))
                #expect(file.value(as: [Int].self) == nil)
            }
            #expect(file.keep([1, 2, 3]) == .kept)
            #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == whole)
        }
    }

    @Test func `writers at the same time leave one result`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("results \(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = ResultFile(key: "k", path: folder.path + "/k", kept: nil)
        let outcomes = await withTaskGroup(of: ResultFile.Outcome.self) { group in
            for _ in 0..<50 { group.addTask { file.keep([1.5, 2.5]) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes == Array(repeating: .kept, count: 50))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["k"])
    }

    @Test func `the file of what is kept gives back its lines, and leaves out what is none`() throws {
        let entry = ResultFile.entry(of: Data("[1]".utf8))
        let results = KeptResults(lines: [
            KeptResults.Line(key: "a", name: "one\ttwo\n\"x\"", entry: entry),
            KeptResults.Line(key: "b", name: "", entry: ResultFile.entry(of: Data("[\"\\t\"]".utf8))),
        ])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("kept \(UUID())")
        defer { try? FileManager.default.removeItem(at: file) }
        try (results.data + Data("\nx\ty\n".utf8)).write(to: file)
        let read = KeptResults(reading: file)
        #expect(read.lines == results.lines)
        #expect(read.content(of: "a") == entry && read.content(of: "c") == nil)
    }
}
