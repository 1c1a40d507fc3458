import Autodiff
import DeterministicMath
import Testing

@testable import Trajectories

struct TrajectoryTrainingTests {
    /// Two trajectories: after the first transition all is known.
    let data = TrajectoryDataset([smallTrajectory, smallTrajectory.reversed()], alphabet: smallAlphabet)

    static let sizes = ModelSizes(features: 16, layers: 1, heads: 2)

    private func trained(_ model: some TrajectoryModel, steps: Int = 400, threads: Int = 1) async -> (
        losses: [Float], FormatScore
    ) {
        var settings = TrainingSettings(steps: steps, batch: 4)
        settings.warmup = 10
        settings.rate = 0.01
        var training = TrajectoryTraining(of: model, on: data, seed: 3, settings: settings)
        await training.run(threads: threads)
        return (training.losses, FormatScore(of: training.model, on: data))
    }

    @Test func `each format learns what can be known, and the one bit that can not is left`() async {
        var generator = Xoshiro256StarStar(seed: 1)
        let chained = HeadsModel(
            of: smallAlphabet, episodes: 2, wiring: .chained, sizes: Self.sizes, using: &generator)
        let text = TextModel(
            of: .split(of: smallAlphabet), episodes: 2, positions: .factored, sizes: Self.sizes, using: &generator)
        for score in [await trained(chained).1, await trained(text).1] {
            // One bit for the six transitions of a trajectory.
            #expect(abs(score.total - 1.0 / 6) < 0.1, "\(score)")
            #expect(score.rewardAccuracy > 0.9)
        }
    }

    @Test func `four heads in parallel pay for each of their fields what one of them would say for all`() async {
        var generator = Xoshiro256StarStar(seed: 1)
        let parallel = HeadsModel(
            of: smallAlphabet, episodes: 2, wiring: .parallel, sizes: Self.sizes, using: &generator)
        let score = await trained(parallel).1
        // Which of the two trajectories it is costs the state, the action, the reward and the log-probability a bit each.
        #expect(abs(score.total - 4.0 / 6) < 0.1, "\(score)")
    }

    @Test func `one thread and two give the same bits`() async {
        var generator = Xoshiro256StarStar(seed: 1)
        let model = HeadsModel(
            of: smallAlphabet, episodes: 2, wiring: .chained, sizes: Self.sizes, using: &generator)
        let (one, two) = (await trained(model, steps: 40), await trained(model, steps: 40, threads: 2))
        #expect(one.losses == two.losses)
        #expect(one.1 == two.1)
    }

    @Test func `a batch is cut into equal parts, eight at most`() {
        #expect([6, 12, 16, 32, 7, 11].map { TrainingSettings(steps: 1, batch: $0).shards } == [6, 6, 8, 8, 7, 1])
    }
}
