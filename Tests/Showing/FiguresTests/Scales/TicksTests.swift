import DeterministicMath
import Testing

@testable import Figures

@Suite struct TicksTests {
    @Test(arguments: [
        (0.0, 1_000.0, 6, ["0", "200", "400", "600", "800", "1,000"]),
        (-80.3, 0.4, 5, ["−80", "−60", "−40", "−20", "0"]),
        (-0.43, 0.27, 8, ["−0.4", "−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2"]),
        (0, 1, 5, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (1e-7, 3e-7, 3, ["1 × 10⁻⁷", "2 × 10⁻⁷", "3 × 10⁻⁷"]),
    ])
    func `ticks are round and their labels have the decimals of the step`(
        low: Double, high: Double, count: Int, labels: [String]
    ) {
        #expect(Ticks(from: low, to: high, count: count).labels == labels)
    }

    @Test func `ticks are the nearest doubles to their decimals`() {
        #expect(Ticks(from: 0, to: 0.5, count: 6).values == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    }

    @Test func `whole numbers have whole steps and never a step of 2.5`() {
        for high in stride(from: 1.0, through: 400, by: 1) {
            let step = Ticks(from: 0, to: high, count: 5, wholeNumbers: true).step
            #expect(step >= 1 && step == step.rounded())
            let leading = step / pow10(magnitude(of: step))
            #expect(leading != 2.5)
        }
    }

    @Test func `random axes get ticks inside, in order and about as many as asked`() {
        var generator = Xoshiro256StarStar(seed: 1)
        for _ in 0..<500 {
            let low = generator.normal() * pow10(generator.integer(below: 12) - 5)
            let high = low + (generator.normal().magnitude + 0.01) * pow10(generator.integer(below: 12) - 5)
            guard (high - low) / max(low.magnitude, high.magnitude) > 1e-6 else { continue }
            let count = 3 + generator.integer(below: 6)
            let ticks = Ticks(from: low, to: high, count: count)
            let slack = (high - low) * 1e-8
            #expect(ticks.values.allSatisfy { $0 >= low - slack && $0 <= high + slack })
            #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
            #expect((1...2 * count).contains(ticks.values.count), "\(low) \(high) \(count)")
            #expect(Set(ticks.labels).count == ticks.labels.count, "\(low) \(high): \(ticks.labels)")
        }
    }
}
