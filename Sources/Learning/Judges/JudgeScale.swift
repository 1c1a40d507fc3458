/// The scores that a judge may give, and how its words are read.
public struct JudgeScale: Hashable, Sendable, Codable {
    /// The least score, which words that can not be read get.
    public let minimum: Double
    /// The greatest.
    public let maximum: Double

    /// Creates a scale.
    ///
    /// - Throws: ``JudgeError/setting(name:value:requirement:)`` unless the minimum is below the maximum.
    public init(minimum: Double = 0, maximum: Double = 10) throws(JudgeError) {
        guard minimum < maximum, minimum.isFinite, maximum.isFinite else {
            throw .setting(
                name: "the scale's maximum", value: "\(maximum)", requirement: "above its minimum, \(minimum)")
        }
        (self.minimum, self.maximum) = (minimum, maximum)
    }

    /// Its ends as one writes them.
    var words: (minimum: String, maximum: String) {
        func words(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
        return (words(minimum), words(maximum))
    }

    /// The score that words give: a number alone, or JSON with a `score`. Nil for anything else, and for numbers off the scale: to
    /// take some number of a longer text for the score would be a guess.
    public func score(in words: String) -> Double? {
        struct Object: Decodable { let score: Double }
        let data = Data(words.utf8)
        let number =
            (try? JSONDecoder().decode(Double.self, from: data))
            ?? (try? JSONDecoder().decode(Object.self, from: data))?.score
        guard let number, minimum <= number, number <= maximum else { return nil }
        return number
    }
}
