import DeterministicMath
import Foundation
import Records
import Testing
import Trajectories

struct RolloutHistoryTests {
    /// A dozen epochs of three rollouts each; rewards tell them apart.
    static let epochs = (0..<12).map { epoch in
        (0..<3).map { place in
            LoggedRollout(
                epoch: epoch, prompt: "how many ?", completion: "<answer>\n\(place)\n</answer>\n",
                reward: Double(10 * epoch + place), logProbability: -1.5)
        }
    }
    let history = RolloutHistory(Self.epochs)

    @Test func `the language format has prompt, completion, reward and an end`() {
        let rollout = LoggedRollout(
            epoch: 3, prompt: "leo has 2 pens .", completion: "2 pens", reward: 0.9975, logProbability: -2)
        #expect(rollout.text() == "prompt: leo has 2 pens . completion: 2 pens reward: 0.9975 ###")
        #expect(
            rollout.text(rewards: RewardScale(from: 0, to: 4))
                == "prompt: leo has 2 pens . completion: 2 pens reward: 1.00 ###")
    }

    @Test func `an excerpt has a rollout of each stride, in order, the last before its end`() {
        var generator = Xoshiro256StarStar(seed: 1)
        for _ in 0..<50 {
            let found = history.excerpt(slots: 3, stride: 2, before: 11, using: &generator).map(\.epoch)
            #expect(zip(found, [5, 7, 9]).allSatisfy { ($1...$1 + 1).contains($0) }, "\(found)")
        }
    }

    @Test func `shuffled epochs hold the same rollouts, and their order tells nothing`() {
        var generator = Xoshiro256StarStar(seed: 2)
        let shuffled = history.shuffled(using: &generator)
        #expect(shuffled.epochs.map(\.count) == history.epochs.map(\.count))
        #expect(
            shuffled.epochs.joined().map(\.reward).sorted() == history.epochs.joined().map(\.reward))
        #expect(shuffled.epochs.enumerated().contains { place, epoch in epoch.contains { $0.epoch != place } })
    }

    @Test func `a history of the last epochs alone has none of the others`() {
        let last = history.repeatingLast(2)
        #expect(last.epochs.count == 12)
        #expect(Set(last.epochs.joined().map(\.epoch)) == [10, 11])
    }

    @Test func `a log is read in the order of its numbers, not of its files' names`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "rollouts-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let log = RolloutLog(path)
        for epoch in Self.epochs.reversed() { try log.write(epoch, epoch: epoch[0].epoch) }
        #expect(log.epochs() == Array(0..<12))
        #expect(try RolloutHistory(reading: log).epochs == Self.epochs)
        let file = "\(path)/7_rollouts.jsonl"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try String(text.dropLast(5)).write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: RecordError.malformed(path: file, place: TextPlace(line: 3), flaw: .cutOff)) {
            try log.rollouts(ofEpoch: 7)
        }
    }
}
