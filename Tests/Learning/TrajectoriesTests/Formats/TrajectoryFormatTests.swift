import Autodiff
import DeterministicMath
import Testing
import Trajectories

struct TrajectoryFormatTests {
    @Test(arguments: TrajectoryFormat.allCases)
    func `every format has a model that can be taught`(format: TrajectoryFormat) async {
        let alphabet = Alphabet(
            stateParts: [["0", "1"]], actions: ["l", "r"], rewards: ["-", "+"], episodeLength: 2)
        let trajectory = [
            Transition(state: 0, action: 1, reward: 0, logProbability: -0.1),
            Transition(state: 1, action: 0, reward: 1, logProbability: -1),
        ]
        let data = TrajectoryDataset([trajectory], alphabet: alphabet)
        var generator = Xoshiro256StarStar(seed: 1)
        let model = format.model(of: alphabet, episodes: 1, using: &generator)
        var settings = TrainingSettings(steps: 30, batch: 1)
        settings.warmup = 0
        var training = TrajectoryTraining(of: model, on: data, seed: 1, settings: settings)
        await training.run(threads: 1)
        #expect(training.losses[29] < training.losses[0] / 2)
        #expect((format.serialization(of: alphabet) == nil) == (format == .parallel || format == .chained))
    }
}
