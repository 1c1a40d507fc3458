import Advantages
import DeterministicMath
import Exhibits
import OneNumber

/// The speed of training runs, of their parts and of many at once.
@main
struct RunTimings {
    static func main() async throws {
        try compareWithDraws()
        try timeAdvantages()
        timeManyPrompts()
        timeNormals()
        try await timeSeeds()
    }

    /// The 1000 × 256 run with a window of 32 beside the same prompts and normals drawn alone, one by one and as the run
    /// draws them, in turns.
    static func compareWithDraws() throws {
        let problem = Problem(seed: 1)
        var prompts = [Int](repeating: 0, count: 256)
        var normals = [Double](repeating: 0, count: 256)
        var (draws, filled, run) = (Double.infinity, Double.infinity, Double.infinity)
        for _ in 0..<200 {
            draws = min(
                draws,
                milliseconds {
                    var generator = Xoshiro256StarStar(training: 1)
                    for _ in 0..<1000 {
                        for place in 0..<256 { prompts[place] = generator.integer(below: 64) }
                        for place in 0..<256 { normals[place] = generator.normal() }
                    }
                })
            filled = min(
                filled,
                milliseconds {
                    var generator = Xoshiro256StarStar(training: 1)
                    for _ in 0..<1000 {
                        generator.fillWithIntegers(&prompts, below: 64)
                        generator.fillWithNormals(&normals)
                    }
                })
            run = min(run, try milliseconds { keep(try problem.run(seed: 1).parameters[0]) })
        }
        keep(normals[0] + Double(prompts[0]))
        print(
            "draws alone \(rounded(draws)) ms, by the list \(rounded(filled)) ms, whole run \(rounded(run)) ms: "
                + "\(rounded(run / draws)) and \(rounded(run / filled)) times")
    }

    /// A whole run with each advantage, per sample.
    static func timeAdvantages() throws {
        let methods = AdvantageMethod.all + [.exact]
        let problem = Problem(seed: 1)
        var best = [Double](repeating: .infinity, count: methods.count)
        for _ in 0..<20 {
            for (place, method) in methods.enumerated() {
                let settings = RunSettings(advantage: method)
                best[place] = min(
                    best[place],
                    try milliseconds { keep(try problem.run(settings: settings, seed: 1).parameters[0]) })
            }
        }
        for (method, time) in zip(methods, best) {
            print("\(method): \(rounded(time * 1e6 / 256_000)) ns per sample")
        }
    }

    /// Recording 64 rewards and asking for their advantages, with as many prompts seen before as stand in the heading.
    static func timeManyPrompts() {
        let counts = [1000, 1_000_000]
        for method in AdvantageMethod.all {
            let times = counts.map { count in
                var statistics = Advantages<Int>(method)
                statistics.record([Double](repeating: 1, count: count), for: Array(0..<count))
                return (0..<50).map { turn in
                    let prompts = (0..<64).map { ($0 * 977_777 + turn) % count }
                    let rewards = prompts.map { Double($0 % 5) }
                    return milliseconds {
                        statistics.record(rewards, for: prompts)
                        keep(statistics.advantages(of: rewards, for: prompts)[0])
                    }
                }.min()!
            }
            print(
                "\(method.name): 64 rewards of \(counts[0]) prompts in \(rounded(times[0] * 1000)) µs, of \(counts[1]) in "
                    + "\(rounded(times[1] * 1000)) µs")
        }
    }

    static func timeNormals() {
        var generator = Xoshiro256StarStar(seed: 1)
        let count = 1_000_000
        let best = (0..<20).reduce(Double.infinity) { best, _ in
            min(
                best,
                milliseconds {
                    var sum = 0.0
                    for _ in 0..<count { sum += generator.normal() }
                    keep(sum)
                })
        }
        print("\(rounded(Double(count) / best / 1000)) million normals per second")
    }

    /// 100 runs, one after the other and on all processors.
    static func timeSeeds() async throws {
        let seeds = (1...100).map { UInt64($0) }
        var (alone, together) = (Double.infinity, Double.infinity)
        for _ in 0..<5 {
            alone = min(
                alone,
                try milliseconds {
                    for seed in seeds { keep(try Problem(seed: seed).run(seed: seed).parameters[0]) }
                })
            let start = ContinuousClock.now
            keep(try await runs(seeds: seeds)[0].parameters[0])
            together = min(together, (ContinuousClock.now - start) / .milliseconds(1))
        }
        print(
            "\(rounded(100_000 / alone)) seeds per second on one processor, \(rounded(100_000 / together)) on all: "
                + "\(rounded(alone / together)) times")
    }

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    private static func rounded(_ value: Double) -> String { value.places(2) }

    /// Uses a result, so that the work for it is not left out.
    @inline(never)
    private static func keep(_ value: Double) {
        precondition(!value.isNaN)
    }
}
