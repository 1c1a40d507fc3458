import Autodiff

/// The gradient of an ``ActorCritic`` of whose embeddings only some rows are touched between two steps: the others are 0, and
/// nobody looks at them.
struct SparseGradient: Sendable {
    private var gradient: Gradient
    private let width: Int
    private let embeddingPlace: Int
    /// Everything behind the embeddings, in lanes.
    private let rest: Range<Int>

    init(of network: ActorCritic) {
        gradient = Gradient(zerosFor: network.parameters)
        width = network.width
        embeddingPlace = network.embedding.offset / 16
        rest = network.bias.offset / 16..<network.headBias.offset / 16 + 1
    }

    /// Where the gradient is summed up.
    mutating func floats() -> UnsafeMutablePointer<Float> { gradient.changeableFloats() }

    /// A step of Adam along the gradient, shortened to the norm `clip`; the gradient is 0 afterwards. All touched rows are
    /// told, each once.
    ///
    /// - Returns: the norm before.
    mutating func step(
        _ adam: inout Adam, _ network: inout ActorCritic, touched rows: some Collection<Int32>, clip: Float
    ) -> Float {
        var sum = SIMD16<Float>.zero
        visit(rows) { sum += $0 * $0 }
        let norm = total(sum).squareRoot()
        if norm > clip {
            let factor = clip / norm
            visit(rows) { $0 *= factor }
        }
        adam.step(&network.parameters, gradient)
        visit(rows) { $0 = .zero }
        return norm
    }

    @inline(__always)
    private mutating func visit(_ rows: some Collection<Int32>, _ body: (inout SIMD16<Float>) -> Void) {
        let all = lanes(gradient.changeableFloats())
        for row in rows {
            let first = embeddingPlace + Int(row) * width
            for place in first..<first + width { body(&all[place]) }
        }
        for place in rest { body(&all[place]) }
    }
}
