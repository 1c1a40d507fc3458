import DeterministicMath

/// The exponent of the largest power of ten that is not above `value`, which is positive and finite.
func magnitude(of value: Double) -> Int {
    precondition(value > 0 && value.isFinite, "the magnitude of \(value)")
    var exponent = Int((Double(value.exponent) * 0.301029995663981).rounded(.down))
    while pow10(exponent + 1) <= value { exponent += 1 }
    while pow10(exponent) > value { exponent -= 1 }
    return exponent
}
