import Autodiff
import DeterministicMath

/// The logarithms of probabilities, a row for each place that is guessed.
struct Guesses {
    private let logarithms: [Float]
    private let width: Int

    init(_ logits: Variable, on tape: Tape) {
        width = logits.shape.features
        logarithms = tape.logSoftmax(logits).values
    }

    /// -log p of a choice, in nats.
    func nats(of choice: Int, in row: Int) -> Float { -logarithms[row * width + choice] }

    /// Whether nothing is likelier; of equals the first counts.
    func isBest(_ choice: Int, in row: Int) -> Bool {
        let range = row * width..<(row + 1) * width
        let best = range.reduce(range.lowerBound) { logarithms[$1] > logarithms[$0] ? $1 : $0 }
        return best == row * width + choice
    }

    /// The mean of some numbers over some choices, weighted by their probabilities.
    func mean(of numbers: [Double], at choices: [Int], in row: Int) -> Double {
        var (sum, weight) = (0.0, 0.0)
        for (choice, number) in zip(choices, numbers) {
            let probability = exp(Double(logarithms[row * width + choice]))
            sum += probability * number
            weight += probability
        }
        return sum / weight
    }
}
