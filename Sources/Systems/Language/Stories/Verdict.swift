import DeterministicMath

/// A judge's score, found in what it wrote.
///
/// ```swift
/// Verdict(parsing: "i give it 4").score     // 4
/// Verdict(parsing: "very nice !").score     // 1, and it is counted as unreadable
/// ```
public struct Verdict: Hashable, Sendable, Codable {
    /// The score that was found, from 1 to 5; nil if there is none.
    public let found: Int?

    /// The score; the minimum where none could be read, so that a policy gains nothing from confusing its judge.
    public var score: Int { found ?? 1 }

    /// A verdict that was read.
    public init(found: Int?) { self.found = found }

    /// Reads what a judge wrote: its first digit from 1 to 5 that is not part of a word or a longer number.
    public init(parsing text: String) {
        let scalars = Array(text.unicodeScalars)
        func isWord(_ place: Int) -> Bool {
            guard scalars.indices.contains(place) else { return false }
            let properties = scalars[place].properties
            return properties.isAlphabetic || properties.numericType != nil || scalars[place] == "_"
        }
        found =
            scalars.indices.lazy.compactMap { place -> Int? in
                guard ("1"..."5").contains(scalars[place]), !isWord(place - 1), !isWord(place + 1) else { return nil }
                return Int(scalars[place].value - 48)
            }.first
    }
}
