import DeterministicMath
import Records
import Testing

@testable import OneNumber

/// A recording as another program would make it: formulas as they are written, and sums from the end to the beginning.
struct MadeUpTrace: CustomTestStringConvertible {
    var testDescription: String
    /// How large labels and first parameters are.
    var size = 200.0
    /// How far first parameters are from the labels.
    var distance = 1.0
    var sigma = 1.0
    var mode = Trace.Mode.buffer
    var window = (length: 8, minimumCount: 3)
    var epsilon = 1e-6
    var epochCount = 60

    static let nearZero = MadeUpTrace(
        testDescription: "rewards near zero of numbers near 200", distance: 1e-3, sigma: 1e-5)
    static let all = [
        nearZero,
        MadeUpTrace(testDescription: "the whole batch", mode: .batch),
        MadeUpTrace(testDescription: "windows of two, whose advantages throw parameters about", window: (2, 1)),
        MadeUpTrace(testDescription: "many epochs of windows of three", window: (3, 2), epochCount: 600),
        MadeUpTrace(testDescription: "labels of zero", size: 0),
        MadeUpTrace(testDescription: "everything near zero", size: 1e-20, distance: 1e-20, sigma: 1e-20),
        MadeUpTrace(testDescription: "everything nearly nothing", size: 1e-307, distance: 1e-307, sigma: 1e-308),
        MadeUpTrace(
            testDescription: "numbers without a full mantissa", size: .leastNormalMagnitude / 1e10,
            distance: .leastNormalMagnitude / 1e11, sigma: .leastNormalMagnitude / 1e11),
        MadeUpTrace(testDescription: "large numbers", size: 1e100, distance: 1e98, sigma: 1e97),
        MadeUpTrace(testDescription: "noise that rounding nearly swallows", distance: 1e-13, sigma: 3e-14),
    ]

    func trace() throws -> Trace {
        let (promptCount, batchSize) = (6, 24)
        var generator = Xoshiro256StarStar(seed: 99)
        let labels = (0..<promptCount).map { _ in size * (0.75 + 0.25 * generator.uniform()) }
        // The last two prompts share a parameter.
        let slots = (0..<promptCount).map { min($0, promptCount - 2) }
        let first = (0..<promptCount - 1).map { labels[$0] + distance * generator.normal() }
        var (parameters, windows) = (first, [[Double]](repeating: [], count: promptCount))
        var epochs: [String] = []
        for _ in 0..<epochCount {
            let prompts = (0..<batchSize).map { _ in generator.integer(below: promptCount) }
            let noise = prompts.map { _ in generator.normal() }
            let samples = zip(prompts, noise).map { parameters[slots[$0]] + sigma * $1 }
            let rewards = zip(prompts, samples).map { -abs($1 - labels[$0]) }
            for (prompt, reward) in zip(prompts, rewards) {
                windows[prompt] = (windows[prompt] + [reward]).suffix(window.length)
            }
            let advantages = zip(prompts, rewards).map { prompt, reward in
                let isOwn = mode == .buffer && windows[prompt].count >= window.minimumCount
                let (mean, deviation) = Self.moments(isOwn ? windows[prompt] : rewards)
                return (reward - mean) / (deviation + epsilon)
            }
            let before = parameters
            for (place, prompt) in prompts.enumerated() {
                let parameter = before[slots[prompt]]
                parameters[slots[prompt]] = parameter + advantages[place] * (samples[place] - parameter)
            }
            let (mean, deviation) = Self.moments(rewards)
            epochs.append(
                """
                {"prompt": \(prompts), "noise": \(noise), "sample": \(samples), "reward": \(rewards), \
                "advantage": \(advantages), "meanReward": \(mean), "stdReward": \(deviation)}
                """)
        }
        let json = """
            {"mode": "\(mode.rawValue)", "batchSize": \(batchSize), "bufferSize": \(window.length),
            "minimumCount": \(window.minimumCount), "epsilon": \(epsilon), "prompts": \((0..<promptCount).map { "p\($0)" }),
            "parameterIndex": \(slots), "sampleStd": \(labels.map { _ in sigma }), "label": \(labels),
            "initialParameters": \(first), "finalParameters": \(parameters), "trace": [\(epochs.joined(separator: ",\n"))]}
            """
        return try Trace(parsing: Array(json.utf8), path: "made-up.json")
    }

    private static func moments(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
        let mean = numbers.reversed().reduce(0, +) / Double(numbers.count)
        let squares = numbers.reversed().reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(numbers.count)).squareRoot())
    }
}
