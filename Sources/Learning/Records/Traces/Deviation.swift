/// The largest differences between our numbers and recorded ones.
///
/// A number is measured against the size of what it is computed from: a reward of -0.001 that is the difference of two
/// numbers near 200 has their rounding errors, not its own.
public struct Deviation: Equatable, Sendable {
    /// The largest |ours - theirs|.
    public private(set) var absolute = 0.0
    /// The largest |ours - theirs| / size, where the size is that of what the number is computed from.
    public private(set) var relative = 0.0
    /// How many numbers were compared.
    public private(set) var count = 0

    /// The relative deviation up to which two numbers are the same. Sums of a batch in another order differ by some 1e-14 of
    /// what they add.
    public static let tolerance = 1e-12

    /// Nothing compared yet.
    public init() {}

    /// Takes in a difference.
    public mutating func compare(_ ours: Double, _ theirs: Double, size: Double) {
        // A NaN of ours must not slip through a comparison that is false for it.
        let difference = ours.isFinite ? abs(ours - theirs) : .infinity
        absolute = max(absolute, difference)
        count += 1
        guard difference > 0 else { return }
        // Below the smallest normal number the spacing of numbers is not relative any more.
        let size = min(max(abs(size), .leastNormalMagnitude), .greatestFiniteMagnitude)
        relative = max(relative, difference / size)
    }

    /// Whether both computed the same, up to the order of sums.
    public var isWithinTolerance: Bool { relative <= Self.tolerance }
}

extension Deviation: CustomStringConvertible {
    /// `25600 numbers, absolute 1e-13, relative to what they are computed from 2e-16`.
    public var description: String {
        "\(count) numbers, absolute \(absolute), relative to what they are computed from \(relative)"
    }
}
