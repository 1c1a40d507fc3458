import DeterministicMath

/// The last `length` rewards of each of many prompts, with their moments.
///
/// Four prompts stand side by side, so that one instruction serves two of them or more: a block holds its four prompts'
/// first places, then their second places, and so on. The sums are those of `Moments`, in the same order.
struct RewardRings: Sendable {
    /// How many rewards of a prompt are remembered.
    let length: Int
    /// How many prompts there are; the arrays go on to the last block's end.
    private(set) var promptCount = 0
    /// The blocks, of 4 × `stride` numbers each; places that are not filled hold 0.
    private var rewards: [Double] = []
    /// Where each prompt's next reward goes to in `rewards`, and where its ring ends.
    private var next: [Int] = []
    private var end: [Int] = []
    /// How many rewards each prompt had, those that are forgotten with them.
    private var recorded: [Int] = []
    private var means: [Double] = []
    private var variances: [Double] = []
    /// The blocks whose moments are out of date.
    private var isChanged: [Bool] = []
    /// The length in whole rounds of the four sums that `Moments` takes by turns.
    private let stride: Int

    /// No prompt has more rewards than this: a thousand a second for three hundred thousand years.
    static let mostRecorded = Int.max / 1000

    /// Rings of no prompts yet; `length` is at least 1.
    init(length: Int) {
        self.length = length
        stride = (length + 3) / 4 * 4
    }

    /// The moments of a prompt's rewards; nil if there are none.
    func moments(of prompt: Int) -> Moments? {
        guard prompt < promptCount, recorded[prompt] > 0 else { return nil }
        return Moments(count: count(of: prompt), mean: means[prompt], variance: variances[prompt])
    }

    /// A prompt's rewards, from the first place of its ring on.
    func rewards(of prompt: Int) -> [Double] {
        let start = end[prompt] - 4 * length
        return (0..<count(of: prompt)).map { rewards[start + 4 * $0] }
    }

    /// The place in a prompt's ring that its next reward goes to.
    func nextPlace(of prompt: Int) -> Int { length - (end[prompt] - next[prompt]) / 4 }

    private func count(of prompt: Int) -> Int { min(recorded[prompt], length) }

    /// Writes a batch's rewards, in batch order; a full ring loses its oldest.
    mutating func append(_ newRewards: [Double], for prompts: [Int]) {
        var written = 0
        while written < prompts.count {
            if prompts[written] >= promptCount { grow(to: prompts[written...].max()! + 1) }
            written = write(newRewards.span, for: prompts.span, from: written)
        }
        measure(prompts)
    }

    /// Lets the prompt's next reward go to another place.
    mutating func moveOn(_ prompt: Int, by places: Int) {
        next[prompt] = end[prompt] - 4 * (length - (nextPlace(of: prompt) + places) % length)
    }

    /// Makes room for prompts below `count`.
    mutating func grow(to count: Int) {
        guard count > promptCount else { return }
        promptCount = count
        let blocks = isChanged.count..<(count + 3) / 4
        for prompt in 4 * blocks.lowerBound..<4 * blocks.upperBound {
            let start = prompt / 4 * 4 * stride + prompt % 4
            next.append(start)
            end.append(start + 4 * length)
        }
        recorded.append(contentsOf: repeatElement(0, count: 4 * blocks.count))
        means.append(contentsOf: repeatElement(0, count: 4 * blocks.count))
        variances.append(contentsOf: repeatElement(0, count: 4 * blocks.count))
        rewards.append(contentsOf: repeatElement(0, count: 4 * blocks.count * stride))
        isChanged.append(contentsOf: repeatElement(false, count: blocks.count))
    }

    /// Writes rewards from a place on, up to the first prompt that has no ring yet, and returns its place.
    private mutating func write(_ newRewards: Span<Double>, for prompts: Span<Int>, from start: Int) -> Int {
        let (size, promptCount, ends) = (4 * length, promptCount, end)
        let end = ends.span
        // Buffers, because an array would ask before every write whether it is shared.
        return rewards.withUnsafeMutableBufferPointer { rewards in
            next.withUnsafeMutableBufferPointer { next in
                recorded.withUnsafeMutableBufferPointer { recorded in
                    isChanged.withUnsafeMutableBufferPointer { isChanged in
                        for place in start..<prompts.count {
                            let prompt = prompts[unchecked: place]
                            guard prompt < promptCount else { return place }
                            // In the innermost loop the message of `require` would cost a twentieth of a run.
                            precondition(prompt >= 0, "prompt \(prompt)")
                            rewards[next[prompt]] = newRewards[unchecked: place]
                            let following = next[prompt] &+ 4
                            next[prompt] = following == end[unchecked: prompt] ? following &- size : following
                            recorded[prompt] &+= 1
                            isChanged[prompt >> 2] = true
                        }
                        return prompts.count
                    }
                }
            }
        }
    }

    /// Takes the moments of the blocks that have changed, all of them with a prompt of these.
    private mutating func measure(_ prompts: [Int]) {
        let (stride, length, recorded) = (stride, length, recorded)
        rewards.withUnsafeBytes { rewards in
            means.withUnsafeMutableBytes { means in
                variances.withUnsafeMutableBytes { variances in
                    isChanged.withUnsafeMutableBufferPointer { isChanged in
                        func measure(_ block: Int) {
                            guard isChanged[block] else { return }
                            isChanged[block] = false
                            let first = 4 &* block
                            let counts = SIMD4(
                                Double(recorded[first]), Double(recorded[first + 1]),
                                Double(recorded[first + 2]), Double(recorded[first + 3])
                            ).clamped(lowerBound: .zero, upperBound: SIMD4(repeating: Double(length)))
                            let moments = blockMoments(
                                UnsafeRawBufferPointer(rebasing: rewards[(first &* stride &* 8)...]),
                                stride: stride, counts: counts)
                            means.storeBytes(of: moments.means, toByteOffset: first &* 8, as: SIMD4<Double>.self)
                            variances.storeBytes(
                                of: moments.variances, toByteOffset: first &* 8, as: SIMD4<Double>.self)
                        }
                        // Where there are more prompts than rewards, nobody should look at all of them.
                        if isChanged.count <= prompts.count {
                            for block in isChanged.indices { measure(block) }
                        } else {
                            for prompt in prompts { measure(prompt >> 2) }
                        }
                    }
                }
            }
        }
    }
}
