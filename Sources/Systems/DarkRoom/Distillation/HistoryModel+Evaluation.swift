import Autodiff

extension HistoryModel {
    /// Lets the model act, for all goals and repeats side by side.
    ///
    /// The chance of repeat r of goal g is stream g · repeats + r of the seed.
    public func evaluation(
        on goals: [Goal], seed: UInt64, settings: EvaluationSettings = EvaluationSettings(), threads: Int = .max
    ) async -> InContextEvaluation {
        let rows = goals.count * settings.repeats
        let parts = min(settings.parts, rows)
        let returns = await concurrently(parts, threads: threads) { part in
            let range = rows * part / parts..<rows * (part + 1) / parts
            var actors = Actors(
                self, goals: range.map { goals[$0 / settings.repeats] }, seed: seed,
                firstStream: UInt64(range.lowerBound),
                settings: settings)
            return actors.returns()
        }
        let all = Array(returns.joined())
        return InContextEvaluation(
            in: room, goals: goals,
            returns: goals.indices.map { Array(all[$0 * settings.repeats..<($0 + 1) * settings.repeats]) })
    }
}
