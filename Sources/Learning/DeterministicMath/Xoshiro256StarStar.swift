/// The xoshiro256** generator (Blackman, Vigna, "Scrambled linear pseudorandom number generators", 2021): the chance of
/// every recorded run.
///
/// ```swift
/// var generator = Xoshiro256StarStar(seed: 7)
/// let noise = generator.normal()
/// let die = generator.integer(below: 6) + 1
/// ```
public struct Xoshiro256StarStar: RandomNumberGenerator, Sendable {
    @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

    /// Creates the generator of one of a seed's streams.
    ///
    /// Different streams of a seed are independent for every practical purpose: use one for each separate purpose (the
    /// problem, the training), so that a change in one does not move the draws of another.
    ///
    /// The state is the first four words of a SplitMix64 seeded with the first word of SplitMix64(seed) xor the mix of
    /// the stream's number; the mix of 0 is 0.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var words = SplitMix64(seed: seed)
        var mixer = SplitMix64(seed: words.next() ^ SplitMix64.mix(stream))
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// The generator in a given state, which must not be all zero.
    init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    /// The next of 2²⁵⁶ - 1 words.
    @inlinable
    public mutating func next() -> UInt64 {
        let product = state.1 &* 5
        let result = ((product << 7) | (product >> 57)) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = (state.3 << 45) | (state.3 >> 19)
        return result
    }
}
