import DeterministicMath

/// The distances that can be divided into ticks and colours, with room to square them and their tenths. Rewards that are
/// allowed, below 1e150 in size, are no farther apart.
private let drawable = 1e-140...1e152

/// Throws unless the numbers from `low` to `high` can be divided.
func checkSpan(of what: String, from low: Double, to high: Double) throws(FigureError) {
    guard drawable.contains(high - low) else { throw .badSpan(of: what, low: low, high: high) }
}

/// Throws unless the ratios of the numbers from `low` to `high` can be divided.
func checkLogarithmicSpan(of what: String, from low: Double, to high: Double) throws(FigureError) {
    guard drawable.contains(low), drawable.contains(high) else { throw .badSpan(of: what, low: low, high: high) }
}
