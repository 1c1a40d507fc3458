import DeterministicMath
import Exhibits

extension Ticks {
    /// Ticks of a logarithmic axis: powers of ten, every so many that at most about `count` remain, and 1-2-5 steps on an
    /// axis of less than two powers. An axis shorter than that gets even steps.
    static func logarithmic(from low: Double, to high: Double, count: Int) -> (values: [Double], labels: [String]) {
        let (first, last) = (magnitude(of: low), magnitude(of: high))
        var powers = (first...(last + 1)).map(pow10).filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
        if powers.count >= 3 {
            let stride = (powers.count + count - 1) / max(1, count)
            powers = powers.enumerated().filter { ($0.offset % stride) == 0 }.map(\.element)
            return (powers, labels(powers))
        }
        var steps: [Double] = []
        for exponent in first...last {
            for leading in [1.0, 2, 5] { steps.append(times(leading, powerOfTen: exponent)) }
        }
        steps.removeAll { $0 < low * (1 - 1e-9) || $0 > high * (1 + 1e-9) }
        if steps.count >= 2 { return (steps, labels(steps)) }
        let even = Ticks(from: low, to: high, count: count)
        return (even.values, even.labels)
    }

    /// Division for negative exponents: 5 / 10 is exactly 0.5, 5 · 0.1 need not be.
    private static func times(_ leading: Double, powerOfTen exponent: Int) -> Double {
        exponent < 0 ? leading / pow10(-exponent) : leading * pow10(exponent)
    }

    /// All as plain numbers, or all with powers of ten if one is beyond six digits.
    private static func labels(_ values: [Double]) -> [String] {
        if values.allSatisfy({ (-4...5).contains(magnitude(of: $0)) }) {
            return values.map { NumberFormat.significant($0, 1) }
        }
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return values.map { value in
            let exponent = magnitude(of: value)
            let digits = String(exponent.magnitude).map { superscripts[$0.wholeNumberValue!] }
            let leading = Int((value / pow10(exponent)).rounded())
            return (leading == 1 ? "10" : "\(leading) × 10") + (exponent < 0 ? "⁻" : "") + String(digits)
        }
    }
}
