import DeterministicMath
import Exhibits
import Figures

/// How long a large figure takes: 1,000 epochs × 3 methods × 100 seeds, as mean lines with confidence bands.
@main
struct FigureDrawing {
    struct Row {
        var epoch: Int
        var reward: Double
        var method: String
        var seed: Int
    }

    static func main() throws {
        let methods = ["whole batch", "window", "decay"]
        let (epochs, seeds) = (1_000, 100)
        let rows = rows(methods: methods, epochs: epochs, seeds: seeds)
        var size = 0
        var (drawing, means) = (Double.infinity, Double.infinity)
        // In turns, so that a busy machine disturbs both.
        for _ in 0..<20 {
            drawing = min(
                drawing,
                try milliseconds {
                    let figure = Figure("t") {
                        Line(rows, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
                    }
                    size = try figure.drawn().wide.utf8.count
                })
            means = min(means, milliseconds { keep(meansAndErrors(of: rows, methods: methods, epochs: epochs)) })
        }
        print(
            "\(rows.count) rows drawn in \(drawing.places(1)) ms, their means and deviations alone take "
                + "\(means.places(1)) ms: \((drawing / means).places(1)) times; \(size) bytes of SVG")
    }

    static func rows(methods: [String], epochs: Int, seeds: Int) -> [Row] {
        var generator = Xoshiro256StarStar(seed: 1)
        var rows: [Row] = []
        for (index, method) in methods.enumerated() {
            for seed in 0..<seeds {
                for epoch in 0..<epochs {
                    let mean = -80 * exp(-Double(epoch) / (100 + 200 * Double(index)))
                    rows.append(Row(epoch: epoch, reward: mean + generator.normal(), method: method, seed: seed))
                }
            }
        }
        return rows
    }

    /// The same statistics in plain loops, with a dictionary only for the methods.
    static func meansAndErrors(of rows: [Row], methods: [String], epochs: Int) -> Double {
        let places = Dictionary(uniqueKeysWithValues: methods.enumerated().map { ($1, $0) })
        var values = [[Double]](repeating: [], count: methods.count * epochs)
        for row in rows { values[places[row.method]! * epochs + row.epoch].append(row.reward) }
        return values.reduce(0) { $0 + $1.mean() + $1.sampleStandardDeviation() }
    }

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    /// Uses a result, so that the work for it is not left out.
    @inline(never)
    private static func keep(_ value: Double) {
        precondition(!value.isNaN)
    }
}
