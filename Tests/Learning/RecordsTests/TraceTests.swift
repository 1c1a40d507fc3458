import TestSupport
import Testing

@testable import Records

struct TraceTests {
    @Test func `a recording is read as it stands`() throws {
        let trace = try Trace(parsing: Array(SmallTrace.json.utf8), path: "run.json")
        #expect(trace.mode == .batch && trace.prompts == ["a", "b"] && trace.sampleStd == [1, 2])
        #expect(trace.trace[0].noise == [1, -1] && trace.trace[0].stdReward == 1)
    }

    @Test(arguments: [
        (
            "\"noise\": [1, -1]", "\"noise\": [1, NaN]",
            ":3:103: error: noise[1] is NaN; it must be a finite number"
        ),
        (
            "\"meanReward\": -1", "\"meanReward\": -Infinity",
            ":5:16: error: meanReward is infinite; it must be a finite number"
        ),
        (
            "\"a\", \"b\"],", #""say \"No\"", "a \\", NaN],"#,
            ":1:121: error: prompts[2] is NaN; it must be a finite number"
        ),
        (
            "\"reward\": [0, -2]", "\"reward\": [0, -2e150]",
            ": error: trace[0].reward[1] is -2e+150; it must be below 1e150 in size"
        ),
        ("\"noise\": [1, -1],", "", ": error: trace[0].noise is missing"),
        ("\"noise\": [1, -1]", "\"noise\": [1]", ": error: trace[0].noise has 1 elements; it must have 2"),
        ("\"noise\": [1, -1]", "\"noise\": [1, \"x\"]", ": error: trace[0].noise[1] is of the wrong type"),
        ("\"prompt\": [0, 1]", "\"prompt\": [0, 2]", ": error: trace[0].prompt[1] is 2, but there are 2 prompts"),
        ("\"prompt\": [0, 1]", "\"prompt\": [0, -1]", ": error: trace[0].prompt[1] is -1, but there are 2 prompts"),
        (
            "\"parameterIndex\": [0, 1]", "\"parameterIndex\": [0, 9]",
            ": error: parameterIndex[1] is 9, but there are 2 parameters"
        ),
        ("\"sampleStd\": [1, 2]", "\"sampleStd\": [1, -2]", ": error: sampleStd[1] is -2.0; it must be at least 0"),
        ("\"label\": [4, 5]", "\"label\": [4]", ": error: label has 1 elements; it must have 2"),
        ("\"epsilon\": 0.5", "\"epsilon\": 0", ": error: epsilon is 0.0; it must be positive"),
        ("\"batchSize\": 2", "\"batchSize\": 0", ": error: batchSize is 0; it must be at least 1"),
        (
            "\"mode\": \"batch\"", "\"mode\": \"both\"",
            ": error: mode is not valid: Cannot initialize Mode from invalid String value both"
        ),
        (
            "\"mode\": \"batch\", \"batchSize\": 2, \"bufferSize\": 4",
            "\"mode\": \"buffer\", \"batchSize\": 2, \"bufferSize\": 1",
            ": error: minimumCount is 2; it must be from 1 to the bufferSize, 1"
        ),
    ])
    func `a malformed trace is an error that names the field`(part: String, replacement: String, message: String) {
        let changed = SmallTrace.json(replacing: part, with: replacement)
        let error = #expect(throws: RecordError.self) { try Trace(parsing: Array(changed.utf8), path: "run.json") }
        #expect(error?.description == "run.json" + message)
    }

    @Test func `a trace that is cut off is an error`() {
        let cut = Array(SmallTrace.json.utf8.prefix(200))
        let error = #expect(throws: RecordError.self) { try Trace(parsing: cut, path: "run.json") }
        #expect(error?.description.hasPrefix("run.json: error: the file is not valid: ") == true)
    }

    @Test func `a byte that is not UTF-8 is named by its place`() {
        let text = SmallTrace.json(replacing: "\"sample\"", with: "\"sÿmple\"")
        let bytes = Array(text.utf8).split(separator: Array("ÿ".utf8)).joined(separator: [0xff])
        let error = #expect(throws: RecordError.self) { try Trace(parsing: Array(bytes), path: "run.json") }
        #expect(error == .malformed(path: "run.json", place: TextPlace(line: 4, column: 3), flaw: .notUTF8))
        #expect(error?.description == "run.json:4:3: error: is not UTF-8")
    }
}
