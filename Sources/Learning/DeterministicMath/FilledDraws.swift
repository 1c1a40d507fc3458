extension Xoshiro256StarStar {
    /// Replaces every element by a standard normal draw, in order: the numbers that as many calls of `normal()` give.
    ///
    /// ```swift
    /// var noise = [Double](repeating: 0, count: 256)
    /// generator.fillWithNormals(&noise)
    /// ```
    public mutating func fillWithNormals(_ numbers: inout [Double]) {
        // On a copy, whose state stays in registers.
        var generator = self
        let layers = Ziggurat.normal.layers
        numbers.withUnsafeMutableBufferPointer { numbers in
            for place in numbers.indices {
                numbers[place] = generator.normal(layers)
            }
        }
        self = generator
    }

    /// Replaces every element by a uniform draw from 0 ..< `bound`, in order: the numbers that as many calls of
    /// `integer(below:)` give. `bound` must be positive.
    public mutating func fillWithIntegers(_ numbers: inout [Int], below bound: Int) {
        var generator = self
        numbers.withUnsafeMutableBufferPointer { numbers in
            for place in numbers.indices {
                numbers[place] = generator.integer(below: bound)
            }
        }
        self = generator
    }
}
