import DeterministicMath
import Foundation
import Testing

@testable import Advantages

/// A long training that is saved in the middle goes on with the same bits.
struct ResumeTests {
    private func restored<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test(arguments: AdvantageMethod.all)
    func `every method resumes with the same bits`(method: AdvantageMethod) throws {
        let batches = RecordedBatches()
        var kept = Advantages<Int>(method, epsilon: 1e-3)
        var saved = kept
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            saved = try restored(saved)
            kept.record(rewards, for: prompts)
            saved.record(rewards, for: prompts)
            let advantages = kept.advantages(of: rewards, for: prompts)
            #expect(try restored(saved).advantages(of: rewards, for: prompts) == advantages)
        }
    }

    @Test func `named prompts are saved in the order of their first reward`() throws {
        var window = Advantages<String>(.window(length: 2, minimumCount: 1))
        window.record([1, 2, 3], for: ["c", "a", "b"])
        let text = String(decoding: try JSONEncoder().encode(window), as: UTF8.self)
        #expect(text.contains(#"["c","a","b"]"#))
        #expect(try restored(window).moments(of: "a") == window.moments(of: "a"))
    }

    /// What was saved of statistics, with a part of the text exchanged.
    private func broken(_ statistics: Advantages<String>, _ part: String, _ replacement: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(statistics), as: UTF8.self)
        #expect(text.contains(part), "\(text)")
        return Data(text.replacingOccurrences(of: part, with: replacement).utf8)
    }

    private static let window = AdvantageMethod.window(length: 2, minimumCount: 1)
    private static let ema = AdvantageMethod.ema(decay: 0.5, minimumCount: 3)
    private static let kalman = AdvantageMethod.kalman(drift: 0.5)

    @Test(arguments: [
        (window, #""next":1"#, #""next":2"#), (window, #""count":1"#, #""count":3"#),
        (window, #""length":2"#, #""length":0"#), (window, #""minimumCount":1"#, #""minimumCount":0"#),
        (window, #"["a"]"#, #"["a","a"]"#), (window, #"["a"]"#, "[]"), (window, #""next":1"#, #""next":0"#),
        (window, #""length":2"#, #""length":4611686018427387904"#), (window, #""rewards":[5]"#, #""rewards":[1e200]"#),
        (window, #""rewards":[5]"#, #""rewards":[5,6]"#), (window, #""window""#, #""winnow""#),
        (window, #""epsilon":1e-07"#, #""epsilon":-1"#), (window, #""rings""#, #""things""#),
        (ema, #""decay":0.5"#, #""decay":7"#), (ema, #""minimumCount":3"#, #""minimumCount":0"#),
        (ema, #""weight":1"#, #""weight":0"#), (ema, #""weight":1"#, #""weight":3"#),
        (ema, #""squares":0"#, #""squares":-1"#), (ema, #""squares":0"#, #""squares":1e308"#),
        (ema, #""count":1"#, #""count":9223372036854775807"#), (ema, #""count":1"#, #""count":0"#),
        (kalman, #""drift":0.5"#, #""drift":0"#), (kalman, #""minimumCount":4"#, #""minimumCount":1"#),
        (kalman, #""uncertainty":1"#, #""uncertainty":-1"#), (kalman, #""uncertainty":1"#, #""uncertainty":0"#),
        (.shrinkage(), #""priorCount":1"#, #""priorCount":-1"#),
        (.persistentMean(), #""batch":1,"prompts""#, #""batch":0,"prompts""#),
        (.persistentMean(), #""batch":1"#, #""batch":-1"#),
        (.group, #""variance":0"#, #""variance":-1"#), (.group, #""count":1"#, #""count":0"#),
        (.groupMean, #""mean":5"#, #""mean":1e200"#), (.group, #""population""#, #""universe""#),
    ])
    func `what no statistics can be is a decoding error`(
        method: AdvantageMethod, part: String, replacement: String
    ) throws {
        var statistics = Advantages<String>(method)
        statistics.record([5], for: ["a"])
        let data = try broken(statistics, part, replacement)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Advantages<String>.self, from: data) }
    }
}
