extension DistillationFolder {
    /// Lets the model of the last checkpoint meet goals: those that no lesson had, or those of the lessons.
    ///
    /// - Returns: what each episode earned, and what all of them could have earned at most. Throws as ``trainedModel()`` does, and
    ///   ``DarkRoomError/noGoalHeldOut`` if no goal was kept from the lessons.
    public func evaluation(
        onTrainingGoals: Bool, seed: UInt64, settings: EvaluationSettings, threads: Int = .max
    ) async throws -> (summary: InContextSummary, optimum: Double) {
        let (model, plan) = try trainedModel()
        let goals = onTrainingGoals ? plan.split.training : plan.split.heldOut
        guard !goals.isEmpty else { throw DarkRoomError.noGoalHeldOut }
        var settings = settings
        settings.episodes = plan.slots
        let evaluation = await model.evaluation(on: goals, seed: seed, settings: settings, threads: threads)
        return (InContextSummary(evaluation), Double(plan.slots) * model.room.optimalReturn(of: goals))
    }
}
