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
            return (powers, powers.map(label))
        }
        var steps: [Double] = []
        for exponent in first...last {
            for leading in [1.0, 2, 5] { steps.append(times(leading, powerOfTen: exponent)) }
        }
        steps.removeAll { $0 < low * (1 - 1e-9) || $0 > high * (1 + 1e-9) }
        if steps.count >= 2 { return (steps, steps.map(label)) }
        let even = Ticks(from: low, to: high, count: count)
        return (even.values, even.labels)
    }

    /// Division for negative exponents: 5 / 10 is exactly 0.5, 5 · 0.1 need not be.
    private static func times(_ leading: Double, powerOfTen exponent: Int) -> Double {
        exponent < 0 ? leading / pow10(-exponent) : leading * pow10(exponent)
    }

    private static func label(_ value: Double) -> String {
        let exponent = magnitude(of: value)
        guard exponent < -4 || exponent > 5 else { return NumberFormat.significant(value, 1) }
        let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let power =
            "10" + (exponent < 0 ? "⁻" : "")
            + String(String(exponent.magnitude).map { superscripts[$0.wholeNumberValue!] })
        let leading = (value / pow10(exponent)).rounded()
        return leading == 1 ? power : "\(Int(leading)) × \(power)"
    }
}
