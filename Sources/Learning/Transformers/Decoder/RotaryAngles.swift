import Autodiff
import DeterministicMath
import Synchronization

/// The cosines and sines that turn queries and keys, for as many positions as were ever asked for.
///
/// Position p turns features i and i + width/2 by p / base^(2i/width): the half-split form of Qwen2 and Llama.
final class RotaryAngles: Sendable {
    private let width: Int
    /// By how much one position turns each pair.
    private let steps: [Double]
    private let table = Mutex(Storage(count: 0))

    init(width: Int, base: Double) {
        self.width = width
        steps = (0..<width / 2).map { exp(-2 * Double($0) / Double(width) * log(base)) }
    }

    /// For at least so many positions: `width` cosines, then `width` sines, negative in the first half.
    func table(positions: Int) -> Storage {
        table.withLock { table in
            let rowLength = 2 * width
            if table.count >= positions * rowLength { return table }
            let count = max(positions, 2 * table.count / rowLength, 64)
            let larger = Storage(count: count * rowLength)
            for position in 0..<count {
                let row = larger.floats + position * rowLength
                for (i, step) in steps.enumerated() {
                    let angle = Double(position) * step
                    let (cosine, sine) = (Float(cos(angle)), Float(sin(angle)))
                    for (place, number) in [(i, cosine), (i + width / 2, cosine), (width + i, -sine)] {
                        row[place] = number
                    }
                    row[width + i + width / 2] = sine
                }
            }
            table = larger
            return larger
        }
    }
}
