import DeterministicMath
import Foundation
import Records
import TestSupport
import Testing

@testable import OneNumber

struct ReplayTests {
    private func recorded(_ name: String) throws -> Trace {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"))
        return try Trace(reading: file.path)
    }

    @Test(arguments: ["batch", "buffer"])
    func `both recorded runs of the original are repeated`(name: String) throws {
        let replay = Replay(of: try recorded(name))
        #expect(replay.agrees)
        #expect(replay.all.map(\.deviation.count) == [4096, 4096, 4096, 32, 1024])
        #expect(replay.all.allSatisfy { $0.deviation.absolute <= 1e-9 })
        #expect(replay.advantages.relative > 0 && replay.batchMoments.relative > 0)
    }

    @Test(arguments: ["batch", "buffer"], [1e-6, -1e-6])
    func `an advantage that is off by a millionth is another`(name: String, change: Double) throws {
        let recorded = try recorded(name)
        for epoch in recorded.trace.indices {
            var changed = recorded
            changed.trace[epoch].advantage[epoch * 15] += change
            #expect(!Replay(of: changed).agrees, "epoch \(epoch)")
        }
    }

    /// The small run with some parts of its text replaced.
    private func replay(_ replacements: KeyValuePairs<String, String>) throws -> Replay {
        let text = replacements.reduce(SmallTrace.json) { text, change in
            SmallTrace.json(replacing: change.key, with: change.value, in: text)
        }
        return Replay(of: try Trace(parsing: Array(text.utf8), path: "small.json"))
    }

    @Test func `a run worked out by hand agrees`() throws {
        #expect(try replay([:]).agrees)
    }

    @Test(arguments: ["1000000000000000", "\(1 << 62)"], ["1", "2"])
    func `a window far longer than the run is as good as one of its length`(length: String, minimum: String) throws {
        let (mode, count) = (("\"batch\"", "\"buffer\""), ("\"minimumCount\": 2", "\"minimumCount\": \(minimum)"))
        let short = try replay([mode.0: mode.1, count.0: count.1])
        let long = try replay([mode.0: mode.1, count.0: count.1, "\"bufferSize\": 4": "\"bufferSize\": \(length)"])
        #expect(long == short)
    }

    @Test func `a minimum that no prompt reaches leaves every prompt to the batch`() throws {
        let sizes = "\"bufferSize\": 4, \"minimumCount\": 2"
        let huge = "\"bufferSize\": \(1 << 62), \"minimumCount\": \(1 << 61)"
        #expect(try replay(["\"batch\"": "\"buffer\"", sizes: huge]).agrees)
    }

    @Test(arguments: ["batch", "buffer"], ["1e308", "4e150", "1.000000001"])
    func `a draw that leads elsewhere is a deviation`(mode: String, draw: String) throws {
        let noise = "\"noise\": [1, \(draw)]"
        #expect(try !replay(["\"batch\"": "\"\(mode)\"", "\"noise\": [1, -1]": noise]).agrees)
    }

    @Test(arguments: [
        ("\"sample\": [4, 3]", "\"sample\": [4, 3.00000001]"), ("\"reward\": [0,", "\"reward\": [0.0001,"),
        ("-0.6666666666666666]", "-0.66666667]"), ("6.333333333333333]", "6.3333]"),
        ("\"stdReward\": 1", "\"stdReward\": 1.1"), ("\"meanReward\": -1", "\"meanReward\": -1.00000001"),
    ])
    func `another number is a deviation`(part: String, replacement: String) throws {
        #expect(try !replay([part: replacement]).agrees)
    }

    @Test(arguments: MadeUpTrace.all)
    func `a made-up run with sums in another order is repeated`(run: MadeUpTrace) throws {
        let trace = try run.trace()
        let replay = Replay(of: trace)
        #expect(replay.agrees, "\(replay.all.map { "\($0.name) \($0.deviation.relative)" })")
    }

    @Test func `rewards near zero of numbers near 200 are far off by their own size, and agree`() throws {
        let trace = try MadeUpTrace.nearZero.trace()
        #expect(trace.trace.contains { $0.reward.contains { $0 != 0 && abs($0) < 1e-4 } })
        #expect(trace.trace[20].sample.allSatisfy { abs($0) > 150 })
    }

    @Test(arguments: MadeUpTrace.all)
    func `an update that goes another way is a deviation`(run: MadeUpTrace) throws {
        var trace = try run.trace()
        for place in trace.trace[5].advantage.indices { trace.trace[5].advantage[place] *= 1 + 1e-7 }
        #expect(!Replay(of: trace).agrees)
    }
}
