import DeterministicMath

/// In which order lessons are learnt from: again and again, each time in another one.
public struct LessonOrder: Sendable {
    private let count: Int
    private var generator: Xoshiro256StarStar
    private var order: [Int] = []

    /// An order of its own for every time.
    ///
    /// - Parameters:
    ///   - count: how many lessons there are; at least one.
    ///   - seed: decides the orders.
    public init(count: Int, seed: UInt64) {
        require(count > 0, "there is nothing to learn from")
        self.count = count
        generator = Xoshiro256StarStar(seed: seed)
    }

    /// The places of the next lessons.
    public mutating func next(_ size: Int) -> [Int] {
        while order.count < size { order += generator.permutation(count: count) }
        defer { order.removeFirst(size) }
        return Array(order.prefix(size))
    }
}
