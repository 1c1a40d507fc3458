/// What a model said of a transition, field by field, when all before it was known.
public struct Reading: Hashable, Sendable {
    /// -log p of each field, in nats, over all of its tokens.
    public var nats = SIMD4<Float>(repeating: 0)
    /// Whether what it found most likely was right, for each field: all of its tokens, each given those before it.
    public var isRight = SIMD4<Int8>(repeating: 1)
    /// The mean of -log π that it expected, in nats; nil where the log-probability has several tokens.
    public var expectedSurprise: Float?

    /// Adds a token of a field.
    mutating func add(_ field: Field, nats: Float, isRight: Bool) {
        self.nats[field.rawValue] += nats
        if !isRight { self.isRight[field.rawValue] = 0 }
    }
}
