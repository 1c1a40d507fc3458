import OneNumber

extension Trace {
    /// Throws `TraceError` for the first field whose value can not be.
    func validate() throws(TraceError) {
        try require(batchSize >= 1, "batchSize", "is \(batchSize); it must be at least 1")
        if mode == .buffer {
            try require(bufferSize >= 1, "bufferSize", "is \(bufferSize); it must be at least 1")
            try require(
                (1...bufferSize).contains(minimumCount), "minimumCount",
                "is \(minimumCount); it must be from 1 to the bufferSize, \(bufferSize)")
        }
        try require(epsilon > 0 && epsilon.isFinite, "epsilon", "is \(epsilon); it must be positive")
        try require(!prompts.isEmpty, "prompts", "is empty")
        try count(parameterIndex, "parameterIndex", prompts.count)
        try count(sampleStd, "sampleStd", prompts.count)
        try count(label, "label", prompts.count)
        try count(finalParameters, "finalParameters", initialParameters.count)
        for (place, slot) in parameterIndex.enumerated() where !initialParameters.indices.contains(slot) {
            throw .malformed(
                field: "parameterIndex[\(place)]",
                reason: "is \(slot), but there are \(initialParameters.count) parameters")
        }
        for (place, sigma) in sampleStd.enumerated() where sigma < 0 {
            throw .malformed(field: "sampleStd[\(place)]", reason: "is \(sigma); it must be at least 0")
        }
        for (number, epoch) in trace.enumerated() {
            try validate(epoch, "trace[\(number)]")
        }
    }

    private func validate(_ epoch: Epoch, _ name: String) throws(TraceError) {
        try count(epoch.prompt, name + ".prompt", batchSize)
        try count(epoch.noise, name + ".noise", batchSize)
        try count(epoch.sample, name + ".sample", batchSize)
        try count(epoch.reward, name + ".reward", batchSize)
        try count(epoch.advantage, name + ".advantage", batchSize)
        for (place, prompt) in epoch.prompt.enumerated() where !prompts.indices.contains(prompt) {
            throw .malformed(
                field: "\(name).prompt[\(place)]", reason: "is \(prompt), but there are \(prompts.count) prompts")
        }
    }

    private func count(_ values: [some Any], _ field: String, _ count: Int) throws(TraceError) {
        try require(values.count == count, field, "has \(values.count) elements; it must have \(count)")
    }

    private func require(_ isMet: Bool, _ field: String, _ reason: @autoclosure () -> String) throws(TraceError) {
        guard isMet else { throw .malformed(field: field, reason: reason()) }
    }
}
