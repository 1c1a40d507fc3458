/// Marsaglia and Tsang's ziggurat ("The ziggurat method for generating random variables", 2000) for the normal density:
/// 256 layers of equal area that cover the half curve y = e^(-x²/2).
@usableFromInline
struct Ziggurat: @unchecked Sendable {
    /// A layer's outer edge x, and the curve's height e^(-x²/2) there. The layer reaches from that height up to the next
    /// layer's, and its part within the next layer's edge lies wholly under the curve.
    @usableFromInline
    struct Layer {
        @usableFromInline let edge: Double
        @usableFromInline let height: Double
    }

    /// The 256 layers from the lowest up, and the curve's top. The lowest layer stands for the tail too: its edge is its
    /// area over its height, as if it were a rectangle.
    ///
    /// Memory that lives as long as the program: an array would count its references at every draw.
    @usableFromInline let layers: UnsafePointer<Layer>

    @usableFromInline static let normal = Ziggurat()

    /// Where the tail begins: the number for which the 256th layer ends exactly at the top of the curve.
    @usableFromInline static let tailStart = 3.654152885361009

    private init() {
        let density = { (x: Double) in exp(-x * x / 2) }
        let start = Self.tailStart
        let halfRootOfTwoPi = 1.2533141373155003
        let area = start * density(start) + halfRootOfTwoPi * erfc(start / 2.squareRoot())
        var edges = [area / density(start), start]
        for _ in 2..<256 {
            let outer = edges[edges.count - 1]
            edges.append((-2 * log(density(outer) + area / outer)).squareRoot())
        }
        edges.append(0)
        let memory = UnsafeMutablePointer<Layer>.allocate(capacity: edges.count)
        for (index, edge) in edges.enumerated() {
            (memory + index).initialize(to: Layer(edge: edge, height: density(edge)))
        }
        layers = UnsafePointer(memory)
    }
}

extension RandomNumberGenerator {
    /// A standard normal draw: mean 0, standard deviation 1.
    ///
    /// One word gives the layer (bits 0-7), the sign (bit 8) and the place in the layer (the top 53 bits); 99 of 100
    /// draws need no more.
    @inlinable @inline(__always)
    public mutating func normal() -> Double {
        normal(Ziggurat.normal.layers)
    }

    /// `normal()` with the layers at hand: a loop asks only once whether they are made.
    @inlinable @inline(__always)
    mutating func normal(_ layers: UnsafePointer<Ziggurat.Layer>) -> Double {
        while true {
            let word = next()
            let layer = Int(word & 0xff)
            // The sign goes straight into the sign bit of the result: a branch on it would be mispredicted half the time.
            let sign = (word & 0x100) << 55
            let x = Double(word >> 11) * 0x1p-53 * layers[layer].edge
            if x < layers[layer + 1].edge { return Double(bitPattern: x.bitPattern | sign) }
            // On a copy, so that a loop of draws can keep the generator's own state in registers.
            var generator = self
            let drawn = generator.normalAtEdge(x, layer: layer)
            self = generator
            if let drawn { return Double(bitPattern: drawn.bitPattern | sign) }
        }
    }

    /// What becomes of the draw `x` beyond the next layer's edge: itself if a random height in its layer there is under
    /// the curve, nil if not; for the lowest layer a draw from the tail (Marsaglia 1964).
    @usableFromInline
    mutating func normalAtEdge(_ x: Double, layer: Int) -> Double? {
        let (lower, upper) = (Ziggurat.normal.layers[layer], Ziggurat.normal.layers[layer + 1])
        guard layer == 0 else {
            let height = lower.height + uniform() * (upper.height - lower.height)
            return height < exp(-x * x / 2) ? x : nil
        }
        while true {
            // 1 - u is never 0, so the logarithms are finite.
            let beyond = -log(1 - uniform()) / Ziggurat.tailStart
            if -2 * log(1 - uniform()) > beyond * beyond { return Ziggurat.tailStart + beyond }
        }
    }
}
