import DeterministicMath

/// Which episodes of a history a lesson shows: its slots.
public enum SlotRule: Hashable, Sendable {
    /// Slot j is any episode of [stride · j, stride · j + stride), each as likely: the history, sped up.
    case stride(Int)
    /// Episodes that follow each other, from any one on: the history as it was.
    case consecutive
    /// Any of the last episodes, each as likely: the expert alone.
    case last(Int)
    /// Until the lesson holds a reward, the history's own first episodes; after it strides of episodes.
    ///
    /// With h the first rewarded episode, slot j > h is any of [h + 1 + stride · (j - h - 1), + stride).
    case gatedStride(Int)
    /// Until the lesson holds a reward, the history's own first episodes; after it any of the last ones: the learning itself
    /// is skipped.
    case gatedJump(last: Int)

    /// The episode for slot `slot` of a stream; what lies beyond the history's end becomes its last episode.
    func episode(_ slot: Int, of stream: Histories.Stream, using generator: inout Xoshiro256StarStar) -> Int {
        let end = stream.episodeCount
        switch self {
        case .stride(let stride):
            return min(stride * slot + generator.integer(below: stride), end - 1)
        case .consecutive:
            return slot
        case .last(let count):
            return end - 1 - generator.integer(below: min(count, end))
        case .gatedStride(let stride):
            guard let first = stream.firstReward, slot > first else { return min(slot, end - 1) }
            return min(first + 1 + stride * (slot - first - 1) + generator.integer(below: stride), end - 1)
        case .gatedJump(let count):
            guard let first = stream.firstReward, slot > first else { return min(slot, end - 1) }
            return end - 1 - generator.integer(below: min(count, end))
        }
    }

    /// Whether a lesson needs a reward that is seen before the episode's end.
    var isGated: Bool {
        switch self {
        case .gatedStride, .gatedJump: true
        case .stride, .consecutive, .last: false
        }
    }
}
