import Autodiff
import DarkRoom

#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// Answers requests, one a line, so that another program can measure it and PyTorch in turns:
///
///     recipe THREADS COUNT      the milliseconds of each of COUNT steps of the book's recipe, then the last loss
///     original THREADS COUNT    the same of the original's configuration, but without its dropout
///     numbers                   how many numbers both models have
@main
struct DistillationStep {
    static func main() async {
        setvbuf(stdout, nil, _IOLBF, 0)
        let room = Room()
        let histories = await Histories(learningIn: room, goals: Array(room.goals.prefix(8)), seeds: 1...1, threads: 1)
        var recipe = Distillation(of: HistoryLessons(histories, rule: .stride(20)), seed: 1)
        var original = originalTraining(on: histories)
        while let request = readLine() {
            let words = request.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int($0) }
            switch (words.first, numbers.count) {
            case ("recipe", 2): await answer(&recipe, threads: numbers[0], count: numbers[1])
            case ("original", 2): await answer(&original, threads: numbers[0], count: numbers[1])
            case ("numbers", 0): print(recipe.model.parameters.count, original.model.parameters.count)
            default: print("unknown request: \(request)")
            }
        }
    }

    /// 256 transitions of three tokens each, in whole episodes: 780 tokens for the original's 768. Four layers, 2,048 hidden units.
    private static func originalTraining(on histories: Histories) -> Distillation {
        var format = TokenFormat()
        format.packing = .triple
        var settings = DistillationSettings()
        (settings.steps, settings.warmup, settings.rate) = (22_000, 0, 3e-4)
        return Distillation(
            of: HistoryLessons(histories, slots: 13, rule: .stride(20)), seed: 1,
            sizes: HistoryModel.Sizes(features: 64, layers: 4, heads: 4, hidden: 2048), format: format,
            settings: settings)
    }

    private static func answer(_ training: inout Distillation, threads: Int, count: Int) async {
        var words: [String] = []
        var loss: Float = 0
        for _ in 0..<count {
            let start = ContinuousClock.now
            loss = await training.step(threads: threads)
            words.append("\((ContinuousClock.now - start) / .milliseconds(1))")
        }
        print((words + ["\(loss)"]).joined(separator: " "))
    }
}
