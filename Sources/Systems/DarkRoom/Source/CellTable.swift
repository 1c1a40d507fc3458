import DeterministicMath

/// What an agent makes of the cells that it meets within a window: each is evaluated once, at its first visit, and collects
/// the gradients of all steps that begin there.
struct CellTable: Sendable {
    private let width: Int
    /// The row of each cell, -1 for one that was not met.
    private var rowOf: [Int]
    /// The cells that were met, in the order of their rows.
    private(set) var met: [Int32] = []
    private var features: [SIMD16<Float>]
    private(set) var policies: [ActionDistribution] = []
    private(set) var values: [Float] = []
    /// ∂loss/∂(logits, value) of each row.
    private var slopes: [SIMD8<Float>] = []

    init(cellCount: Int, width: Int) {
        self.width = width
        rowOf = [Int](repeating: -1, count: cellCount)
        features = [SIMD16<Float>](repeating: .zero, count: cellCount * width)
    }

    /// A new window begins: the weights have changed.
    mutating func forget() {
        for cell in met { rowOf[Int(cell)] = -1 }
        met.removeAll(keepingCapacity: true)
        policies.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        slopes.removeAll(keepingCapacity: true)
    }

    /// The row of a cell, which is evaluated if it has none yet.
    mutating func row(of cell: Int, in network: ActorCritic) -> Int {
        if rowOf[cell] >= 0 { return rowOf[cell] }
        let row = met.count
        rowOf[cell] = row
        met.append(Int32(cell))
        let outputs = features.withUnsafeMutableBufferPointer { features in
            network.evaluate(CollectionOfOne(Int32(cell)), features: features.baseAddress! + row * width)
        }
        policies.append(ActionDistribution(logits: outputs))
        values.append(outputs[Action.count])
        slopes.append(.zero)
        return row
    }

    /// Adds ∂loss/∂(logits, value) of a step.
    mutating func add(_ slope: SIMD8<Float>, to row: Int) { slopes[row] += slope }

    /// Carries all slopes back to the network's parameters.
    func addGradient(of network: ActorCritic, to gradient: UnsafeMutablePointer<Float>) {
        features.withUnsafeBufferPointer { features in
            for row in met.indices {
                network.addGradient(
                    CollectionOfOne(met[row]), features: features.baseAddress! + row * width, slope: slopes[row],
                    to: gradient)
            }
        }
    }
}
