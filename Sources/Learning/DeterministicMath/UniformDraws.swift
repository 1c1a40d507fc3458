extension RandomNumberGenerator {
    /// A uniform draw from [0, 1): the top 53 bits of one word, so a multiple of 2⁻⁵³.
    @inlinable
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A uniform draw from 0 ..< `bound`, exactly fair.
    ///
    /// The high word of (64 random bits) × `bound`; a low word below 2⁶⁴ mod `bound` is drawn again (Lemire, "Fast
    /// random integer generation in an interval", 2019). `bound` must be positive.
    @inlinable
    public mutating func integer(below bound: Int) -> Int {
        require(bound > 0, "a draw below \(bound) is impossible")
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let unfair = (0 &- width) % width
            while product.low < unfair {
                product = next().multipliedFullWidth(by: width)
            }
        }
        return Int(product.high)
    }

    /// The numbers 0 ..< `count` in random order: Fisher and Yates's shuffle, from the last place to the first.
    public mutating func permutation(count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(last, integer(below: last + 1))
        }
        return order
    }
}
