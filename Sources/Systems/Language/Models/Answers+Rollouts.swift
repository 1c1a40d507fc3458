import DeterministicMath
import GRPO
public import Trajectories
import Transformers

extension Answers {
    /// The answers as a training logs them, with what each earned.
    public func logged(_ rewards: [Rewards], epoch: Int) -> [LoggedRollout] {
        require(rewards.count == texts.count, "\(rewards.count) rewards for \(texts.count) answers")
        return zip(texts, rewards).enumerated().map { place, scored in
            LoggedRollout(
                epoch: epoch, prompt: scored.0.question.text, completion: scored.0.text, reward: scored.1.total,
                logProbability: rollout.completions[place].logProbabilities.map(Double.init).sum())
        }
    }
}
