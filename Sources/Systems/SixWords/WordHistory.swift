/// What a training run leaves behind.
public struct WordHistory: Sendable {
    /// The loss of each iteration.
    public fileprivate(set) var losses: [Double] = []
    /// The share of positive words among those said so far, after each iteration.
    public fileprivate(set) var positiveFrequencies: [Double] = []
    /// The agent's probability of a positive word, before training and after every tenth iteration.
    public fileprivate(set) var positiveProbabilities: [Double] = []
    /// The agent at the end.
    public fileprivate(set) var agent: WordAgent
}

extension WordRun {
    /// Trains for all the settings' iterations and reports each of them.
    public static func history(
        seed: UInt64, settings: WordSettings = WordSettings(), report: (Utterance) -> Void = { _ in }
    ) -> WordHistory {
        var run = WordRun(seed: seed, settings: settings)
        var history = WordHistory(agent: run.agent)
        history.positiveProbabilities = [run.agent.positiveProbability()]
        for iteration in 0..<settings.iterations {
            let utterance = run.step()
            report(utterance)
            history.losses.append(utterance.loss)
            history.positiveFrequencies.append(run.positiveFrequency.value)
            guard (iteration + 1).isMultiple(of: 10) else { continue }
            history.positiveProbabilities.append(run.agent.positiveProbability())
        }
        history.agent = run.agent
        return history
    }
}
