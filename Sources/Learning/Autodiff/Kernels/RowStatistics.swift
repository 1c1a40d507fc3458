/// The rows that a norm works on, with each row's mean and 1 / √(variance + ε).
///
/// It does not keep the rows alive: the operation does.
package struct RowStatistics {
    let x: UnsafePointer<Float>
    let rows: Range<Int>
    let columns: Int
    /// Whether the mean is taken off; if not it counts as 0.
    let centred: Bool
    let epsilon: Float
    let means: Storage
    let scales: Storage

    package init(_ x: UnsafePointer<Float>, rows: Int, columns: Int, centred: Bool, epsilon: Float) {
        self.init(
            x, rows: 0..<rows, columns: columns, centred: centred, epsilon: epsilon, means: Storage(count: rows),
            scales: Storage(count: rows))
    }

    private init(
        _ x: UnsafePointer<Float>, rows: Range<Int>, columns: Int, centred: Bool, epsilon: Float, means: Storage,
        scales: Storage
    ) {
        self.x = x
        self.rows = rows
        self.columns = columns
        self.centred = centred
        self.epsilon = epsilon
        self.means = means
        self.scales = scales
    }

    /// Those of some of the rows, in the same memory.
    package func of(_ rows: Range<Int>) -> RowStatistics {
        RowStatistics(
            x, rows: rows, columns: columns, centred: centred, epsilon: epsilon, means: means, scales: scales)
    }
}
