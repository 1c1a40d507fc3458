import DeterministicMath

extension Adam {
    /// What Adam remembers between steps: with it, a training that was stopped goes on with the same bits.
    public struct Memory: Sendable {
        /// m, the mean of gradients, for each parameter under its name.
        public var means: Parameters
        /// v, the mean of their squares.
        public var squares: Parameters
        /// β₁ᵗ and β₂ᵗ.
        public var powers: [Double]

        /// Creates a memory; means and squares have the parameters of the model.
        public init(means: Parameters, squares: Parameters, powers: [Double]) {
            self.means = means
            self.squares = squares
            self.powers = powers
        }
    }

    /// What is remembered, with the names of the parameters that it belongs to; nil before the first step.
    public func memory(of parameters: Parameters) -> Memory? {
        guard let mean, let square else { return nil }
        return Memory(
            means: Parameters(parameters, numbers: mean), squares: Parameters(parameters, numbers: square),
            powers: [powers.0, powers.1])
    }

    /// Goes on where a memory was made.
    public mutating func restore(_ memory: Memory) {
        require(memory.powers.count == 2, "a memory with \(memory.powers.count) powers")
        mean = Gradient(numbersOf: memory.means)
        square = Gradient(numbersOf: memory.squares)
        powers = (memory.powers[0], memory.powers[1])
    }
}
