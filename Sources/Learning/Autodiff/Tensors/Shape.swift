import DeterministicMath

/// The lengths of a tensor's axes, the outermost first: `[32, 64, 128]` is 32 sequences of 64 rows of 128 features.
///
/// The last axis is a row's features; the axes before it only count rows. `[]` is a single number.
public struct Shape: Hashable, Sendable {
    /// The lengths, none negative.
    public let lengths: [Int]

    /// Creates a shape; a negative length is a mistake.
    public init(_ lengths: [Int]) {
        require(lengths.allSatisfy { $0 >= 0 }, "a shape with a negative length: \(lengths)")
        self.lengths = lengths
    }

    /// How many numbers a tensor of this shape holds.
    public var count: Int { lengths.reduce(1, *) }

    /// The length of the last axis, 1 for a single number.
    public var features: Int { lengths.last ?? 1 }

    /// How many rows the axes before the last make.
    public var rows: Int { lengths.dropLast().reduce(1, *) }

    /// This shape with another last axis.
    package func with(features: Int) -> Shape { Shape(lengths.dropLast() + [features]) }

    /// Whether `other` is the inner part of this shape, so that it can be repeated along the outer axes.
    package func ends(with other: Shape) -> Bool { lengths.suffix(other.lengths.count).elementsEqual(other.lengths) }
}

extension Shape: ExpressibleByArrayLiteral {
    /// Creates a shape from its lengths, as in `[32, 128]`.
    public init(arrayLiteral lengths: Int...) { self.init(lengths) }
}

extension Shape: CustomStringConvertible {
    /// The lengths with × between them: `32×128`; `scalar` for a single number.
    public var description: String {
        lengths.isEmpty ? "scalar" : lengths.map(String.init).joined(separator: "×")
    }
}
