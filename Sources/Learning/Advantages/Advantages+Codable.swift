extension Advantages: Codable where Prompt: Codable {
    private enum CodingKeys: CodingKey {
        case method, epsilon, prompts, statistics
    }

    /// Restores statistics that were saved, with their settings. Throws `DecodingError` for settings that make no sense and for
    /// contents that no rewards lead to.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let method = try values.decode(AdvantageMethod.self, forKey: .method)
        let epsilon = try values.decode(Double.self, forKey: .epsilon)
        do throws(InvalidSetting) {
            try self.init(validating: method, epsilon: epsilon)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .method, in: values, debugDescription: "\(error)")
        }
        try statistics.restore(from: values.superDecoder(forKey: .statistics))
        let prompts = try values.decode([Prompt].self, forKey: .prompts)
        try decoder.require(
            prompts.count == statistics.promptCount,
            "\(prompts.count) prompts for statistics of \(statistics.promptCount)")
        for (number, prompt) in prompts.enumerated() {
            try decoder.require(prompt == prompt, "the prompt \(prompt), which is not equal to itself")
            try decoder.require(numbers.updateValue(number, forKey: prompt) == nil, "the prompt \(prompt) twice")
        }
    }

    /// Saves the statistics, so that a training can resume with the same bits; the prompts in the order of their first reward.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(method, forKey: .method)
        try values.encode(epsilon, forKey: .epsilon)
        try values.encode(promptsByNumber, forKey: .prompts)
        try statistics.encode(to: values.superEncoder(forKey: .statistics))
    }
}
