public import DeterministicMath
public import Trajectories

extension HistoryLessons {
    /// So many lessons, one after the other, as trajectories with these symbols.
    public func trajectories(
        _ count: Int, as alphabet: Alphabet, using generator: inout Xoshiro256StarStar
    ) -> TrajectoryDataset {
        let lessons = (0..<count).map { _ in
            lesson(using: &generator).steps.map {
                Transition(
                    state: $0.cell, action: $0.action.index, reward: $0.reward, logProbability: $0.logProbability)
            }
        }
        return TrajectoryDataset(lessons, alphabet: alphabet)
    }
}
