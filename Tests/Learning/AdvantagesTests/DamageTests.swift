import Foundation
import Testing

@testable import Advantages

/// A saved value with any one number exchanged for any other is a decoding error, or one that can be gone on from.
struct DamageTests {
    private static let others = [
        "-1", "0", "0.5", "1", "7", "1e149", "1e151", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808",
        "null",
        "[]", "\"1\"", "true",
    ]

    @Test(arguments: AdvantageMethod.all.map { $0.with(length: 3, minimumCount: 2, decay: 0.5) })
    func `one damaged number does no harm`(method: AdvantageMethod) throws {
        var statistics = Advantages<String>(method)
        statistics.record([1, 2, 3, 4, 5, 6], for: ["a", "a", "b", "a", "b", "a"])
        statistics.record([2, 8], for: ["a", "c"])
        let text = String(decoding: try JSONEncoder().encode(statistics), as: UTF8.self)
        var (refused, accepted) = (0, 0)
        for number in text.matches(of: /-?[0-9]+(\.[0-9]+)?(e[-+]?[0-9]+)?/) {
            for other in Self.others {
                var damaged = text
                damaged.replaceSubrange(number.range, with: other)
                do {
                    try goOn(from: Data(damaged.utf8))
                    accepted += 1
                } catch is DecodingError {
                    refused += 1
                }
            }
        }
        #expect(refused > 0 && accepted > 0)
    }

    /// Restores, records, answers, merges and saves again.
    private func goOn(from data: Data) throws {
        var statistics = try JSONDecoder().decode(Advantages<String>.self, from: data)
        let (rewards, prompts) = ([1.0, 2, 3, 4], ["a", "a", "b", "new"])
        statistics.record(rewards, for: prompts)
        let advantages = statistics.advantages(of: rewards, for: prompts)
        #expect(advantages.allSatisfy { $0.isFinite }, "\(String(decoding: data, as: UTF8.self))")
        try statistics.merge([statistics])
        _ = try JSONDecoder().decode(Advantages<String>.self, from: JSONEncoder().encode(statistics))
    }

    @Test func `a file that is cut off is a decoding error wherever it ends`() throws {
        var statistics = Advantages<String>(.window(length: 3, minimumCount: 2))
        statistics.record([1, 2], for: ["a", "b"])
        let data = try JSONEncoder().encode(statistics)
        for end in 0..<data.count {
            #expect(throws: DecodingError.self) {
                _ = try JSONDecoder().decode(Advantages<String>.self, from: data.prefix(end))
            }
        }
    }
}
