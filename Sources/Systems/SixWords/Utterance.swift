/// What happened in one iteration.
public struct Utterance: Hashable, Sendable, CustomStringConvertible {
    /// The iteration, from 0.
    public let iteration: Int
    /// The word that the agent heard.
    public let heard: Word
    /// The word that it said.
    public let said: Word
    /// What the critic thought of it.
    public let score: Double
    /// -log π(said) · advantage.
    public let loss: Double

    /// The line that a run prints: `Iteration 0, Loss: 0.0, Word: angry`.
    public var description: String { "Iteration \(iteration), Loss: \(Float(loss)), Word: \(said)" }
}
