import DeterministicMath

@testable import Figures

/// A row of a made-up learning curve.
struct Run {
    var epoch: Int
    var reward: Double
    var method: String
    var seed: Int
}

/// A row of a made-up comparison.
struct Estimate {
    var name: String
    var bias: Double
    var interval: Interval
}

enum Samples {
    /// Curves that rise to the given reward, with a little noise.
    static func runs(
        _ ends: KeyValuePairs<String, Double> = ["whole batch": -47, "window": -9], epochs: Int = 20, seeds: Int = 4
    ) -> [Run] {
        var generator = Xoshiro256StarStar(seed: 5)
        var runs: [Run] = []
        for (method, end) in ends {
            for seed in 0..<seeds {
                for epoch in 0..<epochs {
                    let missing = (end + 75) * exp(-5 * Double(epoch) / Double(epochs))
                    runs.append(
                        Run(epoch: epoch, reward: end - missing + generator.normal(), method: method, seed: seed))
                }
            }
        }
        return runs
    }

    static let estimates = [
        Estimate(name: "no baseline", bias: 0.02, interval: Interval(low: -0.19, high: 0.23)),
        Estimate(name: "batch mean", bias: -0.31, interval: Interval(low: -0.39, high: -0.23)),
        Estimate(name: "optimal", bias: 0.004, interval: Interval(low: -0.016, high: 0.024)),
    ]
}

extension Plot {
    init<Row>(_ figure: Figure<Row>) throws(FigureError) { try self.init(figure.specification) }
}
