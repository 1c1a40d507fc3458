import DeterministicMath

/// How the step size changes during training: a linear rise from 0, then a fall to an end value.
///
/// ```swift
/// adam.rate = schedule.rate(at: step)
/// ```
public struct Schedule: Hashable, Sendable {
    /// How the rate falls after the warm-up.
    public enum Decay: String, Hashable, Sendable, Codable {
        /// Not at all.
        case constant
        /// Along a straight line.
        case linear
        /// Along half a cosine (Loshchilov, Hutter 2017).
        case cosine
    }

    /// The largest rate.
    public let peak: Float
    /// Steps of linear rise; the first step has peak / warmup.
    public let warmup: Int
    /// The step at which the rate reaches `end`, and stays there.
    public let steps: Int
    /// The last rate.
    public let end: Float
    /// How the rate falls.
    public let decay: Decay

    /// Creates a schedule.
    public init(peak: Float, warmup: Int = 0, steps: Int, end: Float = 0, decay: Decay) {
        require(0 <= warmup && warmup <= steps, "a warm-up of \(warmup) of \(steps) steps")
        self.peak = peak
        self.warmup = warmup
        self.steps = steps
        self.end = end
        self.decay = decay
    }

    /// The rate of a step; the first is 0.
    public func rate(at step: Int) -> Float {
        guard step >= warmup else { return peak * Float(step + 1) / Float(warmup) }
        let progress = steps == warmup ? 1 : min(1, Double(step - warmup) / Double(steps - warmup))
        let left =
            switch decay {
            case .constant: 1.0
            case .linear: 1 - progress
            case .cosine: (1 + cos(Double.pi * progress)) / 2
            }
        return end + (peak - end) * Float(left)
    }
}
