import Autodiff
import DeterministicMath

/// A training run: the agent hears a random word, says one, is scored, and learns; REINFORCE with a running-mean baseline
/// (Williams, "Simple statistical gradient-following algorithms", 1992).
///
/// ```swift
/// var run = WordRun(seed: 1)
/// print(run.step())  // Iteration 0, Loss: 0.0, Word: angry
/// ```
public struct WordRun: Sendable {
    /// The agent as it is after the iterations so far.
    public private(set) var agent: WordAgent
    /// The mean of the scores so far.
    public private(set) var baseline = RunningMean()
    /// The share of the words so far that scored more than 0.
    public private(set) var positiveFrequency = RunningMean()

    private let settings: WordSettings
    private let critic = WordCritic()
    private var generator: Xoshiro256StarStar
    private var adam: Adam

    /// Prepares a run. The seed decides the agent's first weights (stream 0) and all later chance (stream 1), so that runs
    /// with other settings start from the same agent.
    public init(seed: UInt64, settings: WordSettings = WordSettings()) {
        var initializing = Xoshiro256StarStar(seed: seed)
        agent = WordAgent(using: &initializing)
        generator = Xoshiro256StarStar(seed: seed, stream: 1)
        adam = Adam(rate: settings.rate)
        self.settings = settings
    }

    /// One iteration: loss = -log π(word) · advantage.
    public mutating func step() -> Utterance {
        let heard = Word.random(using: &generator)
        let tape = Tape(agent.parameters)
        let logits = agent.logits(hearing: [heard], on: tape)
        let probabilities = tape.softmax(logits).values
        let said = settings.behavior.draw(from: probabilities, using: &generator)

        let score = critic.score(of: said)
        // The program that the book studies prints a loss of 0.0 first: a score is part of the baseline it is compared with.
        baseline.record(score)
        var factor = Float(score - baseline.value)
        if settings.isImportanceWeighted {
            factor *= probabilities[said.index] / Float(settings.behavior.probability(of: said, under: probabilities))
        }
        let loss = -tape.logProbability(of: [said.index], logits) * factor
        adam.step(&agent.parameters, tape.gradient(of: loss))
        defer { positiveFrequency.record(score > 0 ? 1 : 0) }
        return Utterance(
            iteration: positiveFrequency.count, heard: heard, said: said, score: score, loss: Double(loss.value))
    }
}
