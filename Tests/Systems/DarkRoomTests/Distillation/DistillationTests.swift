import Autodiff
import DeterministicMath
import Testing

@testable import DarkRoom

struct DistillationTests {
    private let room = Room(rows: 3, columns: 3, episodeLength: 6)

    private func training(
        seed: UInt64 = 1, _ change: (inout DistillationSettings) -> Void = { _ in }
    ) -> Distillation {
        var settings = DistillationSettings()
        settings.steps = 150
        settings.batch = 16
        settings.shards = 2
        settings.warmup = 20
        change(&settings)
        let lessons = AgentLessons(of: OptimistAgent(), in: room, goals: room.goals, episodes: 4)
        return Distillation(
            of: lessons, seed: seed, sizes: HistoryModel.Sizes(features: 32, heads: 2), settings: settings)
    }

    @Test func `a model of explorers explores, remembers where the reward was and goes there`() async {
        // In so few steps some seeds have not learnt to look back yet; this one has.
        var training = training(seed: 2) {
            $0.steps = 300
            $0.rate = 0.01
        }
        await training.run()
        #expect(training.losses.count == 300)
        let (first, last): (Float, Float) = (
            training.losses.prefix(10).reduce(0, +), training.losses.suffix(10).reduce(0, +)
        )
        #expect(last < 0.3 * first)
        func returns(_ memory: EvaluationSettings.Memory) async -> [Double] {
            let settings = EvaluationSettings(repeats: 8, episodes: 4, memory: memory)
            return await training.model.evaluation(on: room.goals, seed: 1, settings: settings).meanReturns
        }
        let (whole, wiped) = (await returns(.whole), await returns(.wipedEachEpisode))
        #expect(whole[0] == wiped[0])
        #expect(whole[0] < 3)
        // Later episodes are better because of what is remembered, and only because of that.
        #expect(whole.dropFirst().mean() > 4.5)
        #expect(wiped.dropFirst().mean() < 3.2)
    }

    @Test func `one thread and two give the same bits, and those of every machine`() async {
        var (one, two) = (training(), training())
        for _ in 0..<5 {
            let losses = (await one.step(threads: 1), await two.step(threads: 2))
            #expect(losses.0 == losses.1)
        }
        let numbers = { (model: HistoryModel) in model.parameters.all.flatMap { model.parameters[$0].values } }
        #expect(numbers(one.model) == numbers(two.model))
        #expect(Digest(of: numbers(one.model).map(Double.init)).description == "dbfe7f51ab3d75d6")
    }

    @Test func `a training that is stopped and restored goes on with the same bits`() async {
        var (whole, before) = (training(), training())
        for _ in 0..<4 { await whole.step() }
        for _ in 0..<2 { await before.step() }
        var after = training()
        after.restore(
            losses: before.losses, parameters: before.model.parameters, memory: before.optimizerMemory)
        for _ in 0..<2 { await after.step() }
        #expect(after.losses == whole.losses)
        let (one, two) = (after.model.parameters, whole.model.parameters)
        #expect(one.all.map { one[$0].values } == two.all.map { two[$0].values })
    }

    @Test func `smoothing and missing labels change the loss as their formulas say`() {
        let tape = Tape(Parameters(), recording: false)
        let rows: [[Float]] = [[1, 0, 0, 0, 0], [0, 3, 0, 0, 0], [0, 0, 0, 0, 0]]
        let logits = tape.constant(Tensor([3, 5], rows.flatMap { $0 }))
        func logProbability(_ row: Int, _ action: Int) -> Float {
            Float(Double(rows[row][action]) - log(rows[row].map { exp(Double($0)) }.sum()))
        }
        let whole = tape.labelLoss(logits, [.noop, .up, .left], smoothing: 0).value
        let (one, two, three) = (logProbability(0, 0), logProbability(1, 1), logProbability(2, 4))
        let expected: Float = -(one + two + three) / 3
        #expect(abs(whole - expected) < 1e-6)
        let part = tape.labelLoss(logits, [.noop, nil, .left], smoothing: 0).value
        let expectedPart: Float = -(one + three) / 2
        #expect(abs(part - expectedPart) < 1e-6)
        let smooth = tape.labelLoss(logits, [nil, .up, nil], smoothing: 0.2).value
        var expectedSmooth: Float = -0.8 * logProbability(1, 1)
        for action in 0..<5 { expectedSmooth -= 0.04 * logProbability(1, action) }
        #expect(abs(smooth - expectedSmooth) < 1e-6)
    }
}
