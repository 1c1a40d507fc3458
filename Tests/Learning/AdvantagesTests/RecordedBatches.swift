import DeterministicMath

/// A stream of batches: prompts 0 ..< 7 unevenly often, rewards that drift.
struct RecordedBatches {
    var prompts: [[Int]] = []
    var rewards: [[Double]] = []

    init(count: Int = 12, size: Int = 20) {
        var generator = Xoshiro256StarStar(seed: 77)
        for epoch in 0..<count {
            prompts.append((0..<size).map { _ in min(generator.integer(below: 7), generator.integer(below: 7)) })
            rewards.append((0..<size).map { _ in -50 + Double(epoch) + 10 * generator.normal() })
        }
    }

    /// All rewards of a prompt up to and with an epoch, oldest first.
    func history(of prompt: Int, through epoch: Int) -> [Double] {
        (0...epoch).flatMap { epoch in
            zip(prompts[epoch], rewards[epoch]).filter { $0.0 == prompt }.map(\.1)
        }
    }
}
