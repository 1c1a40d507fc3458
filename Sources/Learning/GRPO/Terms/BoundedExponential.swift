import DeterministicMath

/// eˣ up to x = 20, its tangent e²⁰ (1 + x - 20) beyond, and the slope of either.
///
/// Ratios of probabilities are exponentials, and the probability of a token can fall by a factor of e¹⁰⁰: e¹⁰⁰ is no `Float`,
/// and a gradient that holds an infinity ruins a model. Up to a factor of 485 million nothing is changed.
struct BoundedExponential {
    let value: Double
    let slope: Double

    static let bound = 20.0

    init(_ x: Double) {
        slope = exp(min(x, Self.bound))
        value = x > Self.bound ? slope * (1 + x - Self.bound) : slope
    }
}
