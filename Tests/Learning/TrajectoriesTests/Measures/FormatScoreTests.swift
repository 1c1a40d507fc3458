import DeterministicMath
import Testing

@testable import Trajectories

struct FormatScoreTests {
    /// A reading of a transition with these nats, right or wrong in action and reward.
    private func reading(
        _ nats: SIMD4<Float>, action: Bool = true, reward: Bool = true, surprise: Float? = nil
    ) -> Reading {
        var reading = Reading()
        for field in Field.allCases {
            let isRight = field == .action ? action : field == .reward ? reward : true
            reading.add(field, nats: nats[field.rawValue], isRight: isRight)
        }
        reading.expectedSurprise = surprise
        return reading
    }

    private func data(_ transitions: [Transition], episodeLength: Int) -> TrajectoryDataset {
        TrajectoryDataset(
            [transitions],
            alphabet: Alphabet(
                stateParts: [["here"]], actions: ["wait"], rewards: ["0", "1"], episodeLength: episodeLength))
    }

    @Test func `bits are means over transitions, accuracies shares of them`() {
        let bit = Float(log(2))
        let readings = [
            reading([bit, 2 * bit, 0, 3 * bit], action: false), reading([0, 2 * bit, bit, bit], reward: false),
            reading([bit, 0, bit, 0]), reading([0, 0, 0, 0]),
        ]
        let transitions = [0, 1, 1, 0].map { Transition(state: 0, action: 0, reward: $0, logProbability: -1) }
        let score = FormatScore(readings, of: data(transitions, episodeLength: 2))
        #expect(zip(score.bits, [0.5, 1, 0.5, 1]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(score.total - 3) < 1e-6)
        #expect(zip(score.bitsByEpisode[0], [0.5, 2, 0.5, 2]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(zip(score.bitsByEpisode[1], [0.5, 0, 0.5, 0]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(score.actionAccuracy == 0.75)
        #expect(score.rewardAccuracy == 0.75)
        #expect(score.rewardRecall == 0.5)
        #expect(score.policyCorrelation == 0)
        #expect(score.calibration.isEmpty)
    }

    @Test func `calibration compares what was expected with what was, in fifths`() {
        let readings = (0..<10).map { reading([0, Float($0), 0, 0], surprise: Float(9 - $0)) }
        let transitions = (0..<10).map {
            Transition(state: 0, action: 0, reward: 0, logProbability: -2 * Float($0))
        }
        let score = FormatScore(readings, of: data(transitions, episodeLength: 5))
        #expect(score.calibration.map(\.expected) == [0.5, 2.5, 4.5, 6.5, 8.5])
        #expect(score.calibration.map(\.actual) == [17, 13, 9, 5, 1])
        #expect(abs(score.policyCorrelation - 1) < 1e-12)
        #expect(score.rewardRecall == 1)
    }
}
