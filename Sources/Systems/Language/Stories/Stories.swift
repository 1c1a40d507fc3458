import DeterministicMath

/// Openings to go on from, of which a tenth is held out, and the stories that the base model reads.
public struct Stories: Dataset, Hashable {
    /// Creates the set; all of them are the same.
    public init() {}

    /// An opening that is not held out.
    public func trainingQuestion(_ number: Int, seed: UInt64) -> Question {
        var generator = Self.generator(number, seed: seed)
        return Question(text: Self.training.random(using: &generator).text, answer: "")
    }

    /// The first `count` held-out openings, of about 58.
    public func heldOutQuestions(_ count: Int) throws(DatasetError) -> [Question] {
        guard count <= Self.heldOut.count else {
            throw .tooFewHeldOut(asked: count, available: Self.heldOut.count)
        }
        return Self.heldOut.prefix(count).map { Question(text: $0.text, answer: "") }
    }

    /// How many openings are held out.
    public var heldOutCount: Int { Self.heldOut.count }

    private static let heldOut = Opening.all.filter(\.isHeldOut)
    private static let training = Opening.all.filter { !$0.isHeldOut }

    static func generator(_ number: Int, seed: UInt64) -> Xoshiro256StarStar {
        Xoshiro256StarStar(seed: SplitMix64.mix(seed ^ 0x73746f72), stream: UInt64(number))
    }

    /// An opening with a story of some quality q, from bad to good: what the base model learns from.
    ///
    /// q = u^1.5 with a uniform u. With probability q the story has a plot, otherwise one to five sentences of any kind; hero
    /// and object are the opening's with probability 0.55 + 0.45 q; a sentence is repeated with probability 0.15 (1 - q).
    public func lesson(_ number: Int, seed: UInt64) -> Question {
        var generator = Self.generator(number, seed: seed)
        let opening = Self.training.random(using: &generator)
        let u = generator.uniform()
        let quality = u * u.squareRoot()
        var kinds: [StorySentence.Kind]
        if generator.uniform() < quality {
            let actions = generator.uniform() < 0.4 ? 2 : 1
            kinds = [.problem] + [StorySentence.Kind](repeating: .action, count: actions) + [.resolution, .end]
        } else {
            kinds = (0..<(1...5).random(using: &generator)).map { _ in
                StorySentence.Kind.allCases.random(using: &generator)
            }
        }
        var sentences: [String] = []
        for kind in kinds {
            sentences.append(StorySentence.text(of: kind, in: opening, quality: quality, using: &generator))
            if generator.uniform() < 0.15 * (1 - quality) { sentences.append(sentences[sentences.count - 1]) }
        }
        return Question(text: opening.text, answer: "", solution: sentences.joined(separator: " "))
    }

    /// The lessons of a step: those with numbers from `first` on.
    public func lessons(from first: Int, count: Int, seed: UInt64) -> [Question] {
        (first..<first + count).map { lesson($0, seed: seed) }
    }
}

extension StorySentence {
    /// A sentence of a kind, about the opening's hero and object as often as the quality says, otherwise about anybody's.
    static func text(
        of kind: Kind, in opening: Opening, quality: Double, using generator: inout Xoshiro256StarStar
    ) -> String {
        let template = templates.filter { $0.kind == kind }.map(\.words).random(using: &generator)
        return template.map { word in
            switch word {
            case "H":
                generator.uniform() < 0.55 + 0.45 * quality ? opening.hero : names.random(using: &generator)
            case "O":
                generator.uniform() < 0.55 + 0.45 * quality ? opening.object : objects.random(using: &generator)
            case "A": animals.random(using: &generator)
            case "P": places.random(using: &generator)
            default: word
            }
        }.joined(separator: " ")
    }
}
