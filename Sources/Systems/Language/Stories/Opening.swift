import DeterministicMath

/// The first line of a story.
public struct Opening: Hashable, Sendable {
    /// Who the story is about.
    public let hero: String
    /// What the story is about.
    public let object: String
    /// The line.
    public let text: String

    /// The four adjectives.
    public static let adjectives = ["red", "old", "tiny", "golden"]

    /// All 576 openings.
    public static let all: [Opening] = StorySentence.names.flatMap { hero in
        StorySentence.animals.flatMap { animal in
            adjectives.flatMap { adjective in
                StorySentence.objects.map { object in
                    Opening(
                        hero: hero, object: object,
                        text: "one day \(hero) the \(animal) found a \(adjective) \(object) .")
                }
            }
        }
    }

    /// The opening with this text; nil if there is none.
    public init?(parsing text: String) {
        guard let opening = Self.byText[text] else { return nil }
        self = opening
    }

    private init(hero: String, object: String, text: String) {
        self.hero = hero
        self.object = object
        self.text = text
    }

    private static let byText = Dictionary(uniqueKeysWithValues: all.map { ($0.text, $0) })
}

extension Opening {
    /// Whether no story with this opening is ever read.
    public var isHeldOut: Bool { SplitMix64.mix(Digest(of: text).value) % 10 == 0 }
}
