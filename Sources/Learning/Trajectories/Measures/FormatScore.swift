import DeterministicMath

/// How well a model tells trajectories that it has not seen, teacher-forced: the same numbers for both formats.
public struct FormatScore: Hashable, Sendable, Codable {
    /// Bits of each field of a transition, over all of its tokens.
    public let bits: [Double]
    /// The same for each episode of the trajectories: an array of fields for each.
    public let bitsByEpisode: [[Double]]
    /// How often the action that it finds most likely was taken.
    public let actionAccuracy: Double
    /// How often the reward that it finds most likely was earned.
    public let rewardAccuracy: Double
    /// The same where the reward is not the first of the alphabet.
    public let rewardRecall: Double
    /// The correlation of the model's log-probability of the action with the policy's own.
    public let policyCorrelation: Double
    /// The calibration of its guess of -log π; empty where the log-probability has several tokens.
    public let calibration: [CalibrationGroup]

    /// Bits of a transition.
    public var total: Double { bits.sum() }

    /// Measures a model, a few trajectories at a time.
    public init(of model: some TrajectoryModel, on data: TrajectoryDataset, atOnce: Int = 8) {
        let readings = stride(from: 0, to: data.trajectories.count, by: atOnce).flatMap { start in
            model.readings(of: Array(data.trajectories[start..<min(start + atOnce, data.trajectories.count)]))
        }
        self.init(readings, of: data)
    }

    /// Measures what was said of some transitions.
    init(_ readings: [Reading], of data: TrajectoryDataset) {
        let transitions = Array(data.trajectories.joined())
        require(readings.count == transitions.count, "\(readings.count) readings of \(transitions.count) transitions")
        func bits(_ readings: [Reading]) -> [Double] {
            Field.allCases.map { field in readings.map { Double($0.nats[field.rawValue]) }.mean() / log(2) }
        }
        func accuracy(_ field: Field, of readings: [Reading]) -> Double {
            readings.map { Double($0.isRight[field.rawValue]) }.mean()
        }
        self.bits = bits(readings)
        bitsByEpisode = (0..<data.episodes).map { episode in
            bits(
                readings.indices.filter { $0 % data.length / data.alphabet.episodeLength == episode }
                    .map { readings[$0] })
        }
        actionAccuracy = accuracy(.action, of: readings)
        rewardAccuracy = accuracy(.reward, of: readings)
        let rewarded = zip(readings, transitions).filter { $0.1.reward > 0 }.map { $0.0 }
        rewardRecall = rewarded.isEmpty ? 1 : accuracy(.reward, of: rewarded)
        policyCorrelation = correlation(
            readings.map { -Double($0.nats[Field.action.rawValue]) }, transitions.map { Double($0.logProbability) })
        calibration = CalibrationGroup.fifths(
            of: zip(readings, transitions).compactMap { reading, transition in
                reading.expectedSurprise.map { (Double($0), -Double(transition.logProbability)) }
            })
    }
}

/// Some transitions with similar guesses of -log π: what was expected on average, and what was.
public struct CalibrationGroup: Hashable, Sendable, Codable {
    /// The mean guess, in nats.
    public let expected: Double
    /// The mean of what was recorded, in nats.
    public let actual: Double

    /// Five groups of equal size, ordered by the guess.
    static func fifths(of pairs: [(expected: Double, actual: Double)]) -> [CalibrationGroup] {
        guard pairs.count >= 5 else { return [] }
        // Equal guesses keep their order.
        let order = pairs.indices.sorted { (pairs[$0].expected, $0) < (pairs[$1].expected, $1) }
        return (0..<5).map { group in
            let members = order[group * order.count / 5..<(group + 1) * order.count / 5].map { pairs[$0] }
            return CalibrationGroup(
                expected: members.map(\.expected).mean(), actual: members.map(\.actual).mean())
        }
    }
}

/// Pearson's correlation; 0 where one of the two does not vary.
func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (a.mean(), b.mean())
    let pairs = zip(a, b).map { ($0 - meanA, $1 - meanB) }
    let (aa, bb) = (pairs.map { $0.0 * $0.0 }.sum(), pairs.map { $0.1 * $0.1 }.sum())
    guard aa > 0, bb > 0 else { return 0 }
    return pairs.map { $0.0 * $0.1 }.sum() / (aa * bb).squareRoot()
}
