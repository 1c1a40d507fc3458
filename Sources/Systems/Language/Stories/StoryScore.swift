/// What a story is worth by the rules that its readers would agree on, from 1 to 5: one point, and one each for
///
/// - heroes: everybody who is named is the opening's hero,
/// - objects: every object that is named is the opening's, and at least one is,
/// - plot: a problem comes before a resolution,
/// - form: three to six sentences, no two the same.
///
/// A sentence that is none limits the score to 2, a story that does not end with a full stop to 1. The policy never learns from
/// it: it is what the judge should have said.
public struct StoryScore: Hashable, Sendable {
    /// Whether everybody who is named is the hero.
    public let hasHero: Bool
    /// Whether every object is the opening's.
    public let hasObject: Bool
    /// Whether a problem is solved.
    public let hasPlot: Bool
    /// Whether length and sentences are as they should be.
    public let hasForm: Bool
    /// The most that grammar allows: 1, 2 or 5.
    public let limit: Int

    /// The score.
    public var value: Int {
        min(limit, 1 + [hasHero, hasObject, hasPlot, hasForm].count(where: \.self))
    }

    /// Scores a story after an opening.
    public init(_ story: String, after opening: Opening) {
        var texts = story.split(separator: ".", omittingEmptySubsequences: false).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let rest = texts.removeLast()
        texts = texts.map { "\($0) ." }
        let sentences = texts.compactMap { StorySentence(parsing: $0) }
        hasHero = sentences.compactMap(\.hero).allSatisfy { $0 == opening.hero }
        let objects = sentences.compactMap(\.object)
        hasObject = !objects.isEmpty && objects.allSatisfy { $0 == opening.object }
        let kinds = sentences.map(\.kind)
        hasPlot = kinds.firstIndex(of: .problem).map { kinds[$0...].contains(.resolution) } ?? false
        hasForm = (3...6).contains(texts.count) && Set(texts).count == texts.count
        limit = !rest.isEmpty || texts.isEmpty ? 1 : sentences.count < texts.count ? 2 : 5
    }
}
