import DeterministicMath

/// Rows of logits x, and of each row, with u = scale · (x - largest x): the largest x, Σ eᵘ and Σ eᵘ · u.
///
/// Sampling and training take a token's log-probability from the same statistics: it has the same bits in both.
package struct LogitStatistics {
    /// rows × columns; they live elsewhere.
    package let floats: UnsafeMutablePointer<Float>
    package let rows: Int
    package let columns: Int
    /// 1 / temperature.
    package let scale: Float
    let largest: Storage
    let sums: Storage
    let products: Storage

    package init(
        of floats: UnsafeMutablePointer<Float>, rows: Int, columns: Int, temperature: Float, kernels: Kernels
    ) {
        self.floats = floats
        self.rows = rows
        self.columns = columns
        scale = 1 / temperature
        largest = Storage(count: rows)
        sums = Storage(count: rows)
        products = Storage(count: rows)
        kernels.score(self)
    }

    /// log Σ eᵘ of a row.
    package func logarithm(row: Int) -> Float { Float(log(Double(sums.floats[row]))) }

    /// log p of one column of a row.
    package func logProbability(row: Int, of column: Int) -> Float {
        exponent(row: row, of: column) - logarithm(row: row)
    }

    /// -Σ p log p of a row, in nats.
    package func entropy(row: Int) -> Float { logarithm(row: row) - products.floats[row] / sums.floats[row] }

    /// u of one column of a row: 0 for the most probable.
    package func exponent(row: Int, of column: Int) -> Float {
        (floats[row * columns + column] - largest.floats[row]) * scale
    }
}
