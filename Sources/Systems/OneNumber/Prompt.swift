import DeterministicMath

/// A text prompt and what its hash decides: where its parameter is, how noisy its answers are, which answer is right.
public struct Prompt: Hashable, Sendable, Codable {
    /// Its text, such as `quiet-harbor`.
    public var name: String
    /// Its place in the problem's list of prompts.
    public var index: Int
    /// The index of its parameter; prompts with the same slot share that parameter.
    public var slot: Int
    /// σ, the standard deviation of the policy's answers; 0 or more.
    public var sigma: Double
    /// The answer that is right.
    public var label: Double

    /// Creates a prompt from known values.
    public init(name: String, index: Int, slot: Int, sigma: Double, label: Double) {
        self.name = name
        self.index = index
        self.slot = slot
        self.sigma = sigma
        self.label = label
    }

    /// Derives a prompt's values from its name: slot = h mod `slotCount`, σ = (h mod 1023) / 256, so that 0 ≤ σ < 4, and
    /// label = h′ mod `labelCount`.
    ///
    /// h is the 64-bit FNV-1a of the name's UTF-8, mixed by SplitMix64's last step; h′ is h mixed once more.
    public init(name: String, index: Int, slotCount: Int, labelCount: Int) {
        let hash = SplitMix64.mix(Digest(of: name).value)
        self.init(
            name: name,
            index: index,
            slot: Int(hash % UInt64(slotCount)),
            sigma: Double(hash % 1023) / 256,
            label: Double(SplitMix64.mix(hash) % UInt64(labelCount))
        )
    }

    /// Hashes the index alone: a problem's prompts differ in it, and a dictionary of prompts stays fast.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
    }
}
