/// The mean of all numbers so far: the agent's baseline, and the frequency of an event recorded as 0 or 1.
public struct RunningMean: Hashable, Sendable {
    /// How many numbers were recorded.
    public private(set) var count = 0
    /// Their mean; 0 before the first.
    public private(set) var value = 0.0

    /// Creates the mean of no numbers.
    public init() {}

    /// m ← m + (x - m) / n
    public mutating func record(_ number: Double) {
        count += 1
        value += (number - value) / Double(count)
    }
}
