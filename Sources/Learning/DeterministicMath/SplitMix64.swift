/// The SplitMix64 generator (Steele, Lea, Flood 2014): turns any seed, also 0 or 1, into well mixed words.
///
/// It seeds `Xoshiro256StarStar`; its mixing step serves as a hash's last step.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Creates the generator whose first word is the mix of `seed` + the golden ratio's 64 bits.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next word: the state moves on by an odd constant and is mixed.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.mix(state)
    }

    /// A bijection in which every input bit changes every output bit with probability ½ or nearly so.
    public static func mix(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
