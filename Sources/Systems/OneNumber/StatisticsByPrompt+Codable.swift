extension StatisticsByPrompt: Codable where Prompt: Codable, Indexed: Codable {
    private enum CodingKeys: CodingKey {
        case prompts, indexed
    }

    /// Restores statistics that were saved. Throws `DecodingError` if a prompt stands there twice, or one is missing.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let prompts = try values.decode([Prompt].self, forKey: .prompts)
        self.init(restoring: try values.decode(Indexed.self, forKey: .indexed))
        let known = (indexed as? any PerPromptStatistics)?.promptCount ?? 0
        guard known <= prompts.count, indexed.moments(of: prompts.count) == nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .prompts, in: values, debugDescription: "\(prompts.count) prompts for the statistics of more")
        }
        for prompt in prompts where indices.updateValue(indices.count, forKey: prompt) != nil {
            throw DecodingError.dataCorruptedError(
                forKey: .prompts, in: values, debugDescription: "the prompt \(prompt) twice")
        }
    }

    /// Saves the statistics, so that a training can resume with the same bits; the prompts in the order of their numbers.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        var prompts = [Prompt?](repeating: nil, count: indices.count)
        for (prompt, number) in indices {
            prompts[number] = prompt
        }
        try values.encode(prompts.map { $0! }, forKey: .prompts)  // numbers are 0 ..< count, each once
        try values.encode(indexed, forKey: .indexed)
    }
}
