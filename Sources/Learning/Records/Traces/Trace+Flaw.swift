extension Trace {
    /// The first value that can not be; nil if all can.
    var flaw: RecordError.Flaw? {
        do throws(Invalid) {
            try checkSettings()
            for (number, epoch) in trace.enumerated() { try check(epoch, "trace[\(number)]") }
            return nil
        } catch {
            return error.flaw
        }
    }

    private struct Invalid: Error {
        let flaw: RecordError.Flaw
    }

    private func checkSettings() throws(Invalid) {
        try require(batchSize >= 1, .value(field: "batchSize", "\(batchSize)", requirement: "at least 1"))
        if mode == .buffer {
            try require(bufferSize >= 1, .value(field: "bufferSize", "\(bufferSize)", requirement: "at least 1"))
            let requirement = "from 1 to the bufferSize, \(bufferSize)"
            try require(
                (1...bufferSize).contains(minimumCount),
                .value(field: "minimumCount", "\(minimumCount)", requirement: requirement))
        }
        try require(
            epsilon > 0 && epsilon.isFinite, .value(field: "epsilon", "\(epsilon)", requirement: "positive"))
        try require(!prompts.isEmpty, .empty(field: "prompts"))
        try check(parameterIndex, "parameterIndex", prompts.count)
        try check(sampleStd, "sampleStd", prompts.count)
        try check(label, "label", prompts.count)
        try check(finalParameters, "finalParameters", initialParameters.count)
        try check(parameterIndex, "parameterIndex", below: initialParameters.count, "parameters")
        for (place, sigma) in sampleStd.enumerated() {
            try require(sigma >= 0, .value(field: "sampleStd[\(place)]", "\(sigma)", requirement: "at least 0"))
        }
    }

    private func check(_ epoch: Epoch, _ name: String) throws(Invalid) {
        try check(epoch.prompt, name + ".prompt", batchSize)
        try check(epoch.noise, name + ".noise", batchSize)
        try check(epoch.sample, name + ".sample", batchSize)
        try check(epoch.reward, name + ".reward", batchSize)
        try check(epoch.advantage, name + ".advantage", batchSize)
        try check(epoch.prompt, name + ".prompt", below: prompts.count, "prompts")
        // Statistics square rewards.
        for (place, reward) in epoch.reward.enumerated() {
            try require(
                abs(reward) < 1e150,
                .value(field: "\(name).reward[\(place)]", "\(reward)", requirement: "below 1e150 in size"))
        }
    }

    private func check(_ indices: [Int], _ field: String, below count: Int, _ what: String) throws(Invalid) {
        for (place, index) in indices.enumerated() {
            try require(
                (0..<count).contains(index), .index(field: "\(field)[\(place)]", index, count: count, of: what))
        }
    }

    private func check(_ values: [some Any], _ field: String, _ count: Int) throws(Invalid) {
        try require(values.count == count, .count(field: field, values.count, expected: count))
    }

    private func require(_ isMet: Bool, _ flaw: @autoclosure () -> RecordError.Flaw) throws(Invalid) {
        guard isMet else { throw Invalid(flaw: flaw()) }
    }
}
