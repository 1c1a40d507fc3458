import DeterministicMath
import Foundation
import Testing

@testable import Advantages

struct RewardRingsTests {
    /// The rings of `RecordedBatches`, kept the plain way: a list of places for each prompt.
    private struct PlainRings {
        let length: Int
        var places = [[Double]](repeating: [], count: 7)
        var next = [Int](repeating: 0, count: 7)

        mutating func append(_ rewards: [Double], for prompts: [Int]) {
            for (reward, prompt) in zip(rewards, prompts) {
                if places[prompt].count < length { places[prompt].append(0) }
                places[prompt][next[prompt]] = reward
                next[prompt] = (next[prompt] + 1) % length
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 32])
    func `the moments have the bits of those of each ring by itself`(length: Int) {
        let batches = RecordedBatches(count: 30)
        var (rings, plain) = (RewardRings(length: length), PlainRings(length: length))
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) {
            rings.append(rewards, for: prompts)
            plain.append(rewards, for: prompts)
            for prompt in 0..<7 {
                let places = plain.places[prompt]
                #expect(rings.moments(of: prompt) == (places.isEmpty ? nil : Moments(of: places)))
            }
        }
        #expect(rings.cursors.map(\.next) == Array(plain.next.prefix(rings.promptCount)))
    }

    @Test func `a ring takes more rewards at once than it holds`() {
        var rings = RewardRings(length: 3)
        rings.append([1, 2, 3, 4, 5, 6, 7], for: [0, 0, 0, 0, 0, 0, 0])
        #expect(rings.moments(of: 0) == Moments(of: [7, 5, 6]))
    }

    @Test func `prompts may come in any order, later ones first`() {
        var rings = RewardRings(length: 2)
        rings.append([1, 2, 3], for: [2, 9, 0])
        #expect(rings.promptCount == 10)
        #expect((0..<12).map { rings.moments(of: $0)?.mean } == [3, nil, 1, nil, nil, nil, nil, nil, nil, 2, nil, nil])
    }

    /// Rings of length 5, as a decoder knows them.
    private struct Restored: Decodable {
        var rings = RewardRings(length: 5)
        init(from decoder: any Decoder) throws { try rings.restore(from: decoder) }
    }

    @Test func `what is saved is restored`() throws {
        let batches = RecordedBatches(count: 3)
        var rings = RewardRings(length: 5)
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) { rings.append(rewards, for: prompts) }
        let saved = try JSONEncoder().encode(rings)
        let restored = try JSONDecoder().decode(Restored.self, from: saved).rings
        #expect((0..<rings.promptCount).map(restored.rewards(of:)) == (0..<rings.promptCount).map(rings.rewards(of:)))
        #expect(restored.cursors == rings.cursors)
        #expect((0..<8).map(restored.moments) == (0..<8).map(rings.moments))
    }
}
