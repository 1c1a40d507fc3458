import Autodiff
import DeterministicMath

#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// Answers requests, one a line, so that another program can measure it and PyTorch in turns:
///
///     step SHARDS THREADS COUNT      the milliseconds of each of COUNT steps, then the last loss
///     product WIDTH COUNT            the milliseconds of each product of 2048 × WIDTH by WIDTH × WIDTH
///     digest SHARDS THREADS COUNT    the digest of all parameters after COUNT steps from the start
@main
struct DecoderStep {
    static func main() async {
        setvbuf(stdout, nil, _IOLBF, 0)
        var training = Training()
        while let request = readLine() {
            let words = request.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int($0) }
            switch (words.first, numbers.count) {
            case ("step", 3):
                var loss: Float = 0
                var answer: [String] = []
                for _ in 0..<numbers[2] {
                    let start = ContinuousClock.now
                    loss = await training.train(shards: numbers[0], threads: numbers[1])
                    answer.append(milliseconds(since: start))
                }
                print((answer + ["\(loss)"]).joined(separator: " "))
            case ("product", 2):
                print(products(width: numbers[0], count: numbers[1]).joined(separator: " "))
            case ("digest", 3):
                var training = Training()
                for _ in 0..<numbers[2] { _ = await training.train(shards: numbers[0], threads: numbers[1]) }
                print(training.digest)
            default:
                print("unknown request: \(request)")
            }
        }
    }

    private static func products(width: Int, count: Int) -> [String] {
        var generator = SplitMix64(seed: 1)
        var parameters = Parameters()
        let weight = parameters.add("weight", [width, width], .fan(in: width), using: &generator)
        let tape = Tape(parameters, recording: false)
        let x = tape.constant(Tensor([2048, width], (0..<2048 * width).map { _ in Float(generator.uniform()) }))
        return (0..<count).map { _ in
            let start = ContinuousClock.now
            _ = tape.linear(x, weight)
            return milliseconds(since: start)
        }
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> String {
        "\((ContinuousClock.now - start) / .milliseconds(1))"
    }
}
