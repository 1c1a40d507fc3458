/// The rows that a norm works on, with each row's mean and 1 / √(variance + ε).
///
/// It does not keep the rows alive: the operation does.
package struct RowStatistics {
    let x: UnsafePointer<Float>
    let rows: Int
    let columns: Int
    /// Whether the mean is taken off; if not it counts as 0.
    let centred: Bool
    let epsilon: Float
    let means: Storage
    let scales: Storage

    package init(_ x: UnsafePointer<Float>, rows: Int, columns: Int, centred: Bool, epsilon: Float) {
        self.x = x
        self.rows = rows
        self.columns = columns
        self.centred = centred
        self.epsilon = epsilon
        means = Storage(count: rows)
        scales = Storage(count: rows)
    }
}
