import EventFiles

/// The lines and events of an agent's training.
struct SourceLog {
    var updates = "update,policy_loss,value_loss,entropy,explained_variance,gradient_norm\n"
    var episodes = "episode,update,room,return,length,mean_return_of_last_10\n"
    var events = EventRecord.version.bytes
    private var logged = 0

    mutating func append(_ update: A2CUpdate, of agent: A2C) {
        let number = agent.updates - 1
        updates += "\(number),\(update.policyLoss),\(update.valueLoss),\(update.entropy),"
        updates += "\(update.explainedVariance),\(update.gradientNorm)\n"
        let scalars: [(tag: String, value: Float)] = [
            ("update/policy_loss", update.policyLoss), ("update/value_loss", update.valueLoss),
            ("update/entropy", update.entropy), ("update/explained_variance", update.explainedVariance),
            ("update/gradient_norm", update.gradientNorm),
        ]
        events += EventRecord(scalars: scalars.map { ($0.tag, Double($0.value)) }, step: number).bytes
        for episode in agent.episodes[logged...] {
            let lastTen = agent.episodes[max(0, logged - 9)...logged]
            let mean = Double(lastTen.reduce(0) { $0 + $1.earned }) / Double(lastTen.count)
            episodes += "\(logged),\(episode.update),\(episode.room),\(episode.earned),\(episode.length),\(mean)\n"
            events +=
                EventRecord(
                    scalars: [("episode/mean_return_of_last_10", mean), ("episode/length", Double(episode.length))],
                    step: logged
                ).bytes
            logged += 1
        }
    }
}
