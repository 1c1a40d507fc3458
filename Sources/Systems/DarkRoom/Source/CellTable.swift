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
    private var logProbabilities: [Float]
    private var cumulative: [Double]
    private var values: [Float]
    private var entropies: [Float]
    /// ∂loss/∂(logits, value) of each row.
    private var slopes: [SIMD8<Float>]

    init(cellCount: Int, width: Int) {
        self.width = width
        rowOf = [Int](repeating: -1, count: cellCount)
        features = [SIMD16<Float>](repeating: .zero, count: cellCount * width)
        logProbabilities = [Float](repeating: 0, count: cellCount * Action.count)
        cumulative = [Double](repeating: 0, count: cellCount * Action.count)
        values = [Float](repeating: 0, count: cellCount)
        entropies = values
        slopes = [SIMD8<Float>](repeating: .zero, count: cellCount)
        met.reserveCapacity(cellCount)
    }

    /// A new window begins: the weights have changed.
    mutating func forget() {
        for cell in met { rowOf[Int(cell)] = -1 }
        met.removeAll(keepingCapacity: true)
    }

    /// The row of a cell, which is evaluated if it has none yet.
    mutating func row(of cell: Int, in network: ActorCritic) -> Int {
        if rowOf[cell] >= 0 { return rowOf[cell] }
        let row = met.count
        rowOf[cell] = row
        met.append(Int32(cell))
        let outputs = evaluate(row, in: network)
        slopes[row] = .zero
        values[row] = outputs[Action.count]
        var largest = outputs[0]
        for action in 1..<Action.count where outputs[action] > largest { largest = outputs[action] }
        var sum = 0.0
        for action in 0..<Action.count {
            sum += exp(Double(outputs[action] - largest))
            cumulative[row * Action.count + action] = sum
        }
        let logarithm = log(sum)
        var entropy = 0.0
        var before = 0.0
        for action in 0..<Action.count {
            let place = row * Action.count + action
            let logProbability = Double(outputs[action] - largest) - logarithm
            logProbabilities[place] = Float(logProbability)
            entropy -= (cumulative[place] - before) / sum * logProbability
            before = cumulative[place]
            cumulative[place] /= sum
        }
        entropies[row] = Float(entropy)
        return row
    }

    private mutating func evaluate(_ row: Int, in network: ActorCritic) -> SIMD8<Float> {
        features.withUnsafeMutableBufferPointer { features in
            network.evaluate(CollectionOfOne(met[row]), features: features.baseAddress! + row * width)
        }
    }

    func value(_ row: Int) -> Float { values[row] }

    func entropy(_ row: Int) -> Float { entropies[row] }

    func logProbability(_ row: Int, _ action: Int) -> Float { logProbabilities[row * Action.count + action] }

    func probabilities(_ row: Int) -> [Double] {
        (0..<Action.count).map { action in
            let place = row * Action.count + action
            return cumulative[place] - (action > 0 ? cumulative[place - 1] : 0)
        }
    }

    /// Draws an action.
    func draw(_ row: Int, using generator: inout Xoshiro256StarStar) -> Int {
        let number = generator.uniform()
        let first = row * Action.count
        for action in 0..<Action.count - 1 where number < cumulative[first + action] { return action }
        return Action.count - 1
    }

    /// Adds a step's ∂loss/∂(logits, value): for -log π(a) Â it is Â(π - 1ₐ), for the error of the value what is given, for
    /// -wH wπ(log π + H).
    mutating func addSlope(_ row: Int, action: Int, advantage: Float, value: Float, entropy: Float) {
        let first = row * Action.count
        var slope = slopes[row]
        var before = 0.0
        for other in 0..<Action.count {
            let probability = Float(cumulative[first + other] - before)
            before = cumulative[first + other]
            slope[other] +=
                probability * (advantage + entropy * (logProbabilities[first + other] + entropies[row]))
        }
        slope[action] -= advantage
        slope[Action.count] += value
        slopes[row] = slope
    }

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
