import Foundation
import TestSupport
import Testing

@testable import train

struct ReplayTests {
    private func recorded(_ name: String) throws -> String {
        let fixture = Repository.file("Tests/Systems/OneNumberTests/Fixtures/\(name).json")
        return try String(contentsOf: fixture, encoding: .utf8)
    }

    @Test(arguments: ["batch", "buffer"])
    func `both recorded runs of the original are repeated to 1e-9`(name: String) throws {
        let replay = try Replay(of: try Trace.parsing(Array(recorded(name).utf8)))
        #expect(replay.agrees)
        #expect(replay.all.map(\.deviation.count) == [4096, 4096, 4096, 32, 1024])
        #expect(replay.all.allSatisfy { $0.deviation.relative > 0 })
    }

    /// Two prompts, two epochs, written by hand: θ = 3, 5; σ = 1, 2; labels 4, 5.
    private let small = """
        {"mode": "batch", "batchSize": 2, "bufferSize": 4, "minimumCount": 2, "epsilon": 0.5, "prompts": ["a", "b"],
        "parameterIndex": [0, 1], "sampleStd": [1, 2], "label": [4, 5], "initialParameters": [3, 5],
        "finalParameters": [3.6666666666666665, 6.333333333333333], "trace": [{"prompt": [0, 1], "noise": [1, -1],
        "sample": [4, 3], "reward": [0, -2], "advantage": [0.6666666666666666, -0.6666666666666666],
        "meanReward": -1, "stdReward": 1}]}
        """

    @Test func `a run worked out by hand agrees`() throws {
        #expect(try Replay(of: Trace.parsing(Array(small.utf8))).agrees)
    }

    /// The small run with some parts of its text replaced.
    private func replay(_ replacements: KeyValuePairs<String, String>) throws -> Replay {
        var text = small
        for (part, replacement) in replacements {
            #expect(text.contains(part))
            text = text.replacingOccurrences(of: part, with: replacement)
        }
        return try Replay(of: Trace.parsing(Array(text.utf8)))
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

    @Test(arguments: ["batch", "buffer"], [("1e308", "-inf"), ("4e150", "-8e+150")])
    func `a draw that leads beyond all rewards is an error that names its epoch`(
        mode: String, noise: (draw: String, reward: String)
    ) {
        let error = #expect(throws: TraceError.self) {
            try replay(["\"batch\"": "\"\(mode)\"", "\"noise\": [1, -1]": "\"noise\": [1, \(noise.draw)]"])
        }
        #expect(
            error?.description
                == "trace[0] leads to the reward \(noise.reward); it must be a number below 1e150 in size")
    }

    @Test(arguments: [
        ("\"sample\": [4, 3]", "\"sample\": [4, 3.00000001]"), ("\"reward\": [0,", "\"reward\": [0.0001,"),
        ("-0.6666666666666666]", "-0.66666667]"), ("6.333333333333333]", "6.3333]"),
        ("\"stdReward\": 1", "\"stdReward\": 1.1"),
    ])
    func `another number is a deviation`(part: String, replacement: String) throws {
        #expect(try !replay([part: replacement]).agrees)
    }

    @Test(arguments: [
        (
            "\"noise\": [1, -1]", "\"noise\": [1, NaN]",
            "noise[1] is NaN, in line 3, column 103; it must be a finite number"
        ),
        (
            "\"meanReward\": -1", "\"meanReward\": -Infinity",
            "meanReward is infinite, in line 5, column 16; it must be a finite number"
        ),
        (
            "\"a\", \"b\"],", #""say \"No\"", "a \\", NaN],"#,
            "prompts[2] is NaN, in line 1, column 121; it must be a finite number"
        ),
        ("\"noise\": [1, -1],", "", "trace[0].noise is missing"),
        ("\"noise\": [1, -1]", "\"noise\": [1]", "trace[0].noise has 1 elements; it must have 2"),
        ("\"noise\": [1, -1]", "\"noise\": [1, \"x\"]", "trace[0].noise[1] is of the wrong type"),
        ("\"prompt\": [0, 1]", "\"prompt\": [0, 2]", "trace[0].prompt[1] is 2, but there are 2 prompts"),
        ("\"prompt\": [0, 1]", "\"prompt\": [0, -1]", "trace[0].prompt[1] is -1, but there are 2 prompts"),
        (
            "\"parameterIndex\": [0, 1]", "\"parameterIndex\": [0, 9]",
            "parameterIndex[1] is 9, but there are 2 parameters"
        ),
        ("\"sampleStd\": [1, 2]", "\"sampleStd\": [1, -2]", "sampleStd[1] is -2.0; it must be at least 0"),
        ("\"label\": [4, 5]", "\"label\": [4]", "label has 1 elements; it must have 2"),
        ("\"epsilon\": 0.5", "\"epsilon\": 0", "epsilon is 0.0; it must be positive"),
        ("\"batchSize\": 2", "\"batchSize\": 0", "batchSize is 0; it must be at least 1"),
        (
            "\"mode\": \"batch\"", "\"mode\": \"both\"",
            "mode is not valid: Cannot initialize Mode from invalid String value both"
        ),
        (
            "\"mode\": \"batch\", \"batchSize\": 2, \"bufferSize\": 4",
            "\"mode\": \"buffer\", \"batchSize\": 2, \"bufferSize\": 1",
            "minimumCount is 2; it must be from 1 to the bufferSize, 1"
        ),
    ])
    func `a malformed trace is an error that names the field`(part: String, replacement: String, message: String) throws
    {
        #expect(small.contains(part))
        let changed = small.replacingOccurrences(of: part, with: replacement)
        let error = #expect(throws: TraceError.self) { try Trace.parsing(Array(changed.utf8)) }
        #expect(error?.description == message)
    }

    @Test func `a trace that is cut off is an error`() {
        let error = #expect(throws: TraceError.self) { try Trace.parsing(Array(small.utf8.prefix(200))) }
        #expect(error?.description.hasPrefix("the file is not valid: ") == true)
    }
}
