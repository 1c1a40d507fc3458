import DeterministicMath
import Testing

/// How far `value` is from `expected`, in units of `expected`'s last place.
func unitsInTheLastPlace(_ value: Double, from expected: Double) -> Double {
    if value == expected || value.isNaN && expected.isNaN { return 0 }
    guard value.isFinite, expected.isFinite else { return .infinity }
    return abs(value - expected) / expected.ulp
}

/// The largest such distance between two functions over many arguments, and where it is.
func largestDistance(
    _ function: (Double) -> Double, from reference: (Double) -> Double, over arguments: [Double]
) -> (units: Double, at: Double) {
    arguments.reduce((units: 0, at: .nan)) { worst, x in
        let units = unitsInTheLastPlace(function(x), from: reference(x))
        return units > worst.units ? (units, x) : worst
    }
}

/// Random arguments, the same at every run.
func uniforms(from low: Double, to high: Double, count: Int = 4000) -> [Double] {
    var generator = Xoshiro256StarStar(seed: 42)
    return (0..<count).map { _ in low + (high - low) * generator.uniform() }
}

/// Random magnitudes e^`low` to e^`high`, of both signs.
func magnitudes(from low: Double, to high: Double) -> [Double] {
    uniforms(from: low, to: high).enumerated().map { $0 % 2 == 0 ? exp($1) : -exp($1) }
}
