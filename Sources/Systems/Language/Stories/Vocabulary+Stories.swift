extension Vocabulary {
    /// The words of stories and of verdicts on them.
    public static let stories: Vocabulary = {
        let variables: Set<String> = ["H", "A", "O", "P"]
        var words = ["one", "day", "the", "found", "a", "."] + StorySentence.names + StorySentence.animals
        words += Opening.adjectives + StorySentence.objects + StorySentence.places
        words += StorySentence.templates.flatMap(\.words).filter { !variables.contains($0) }
        words += ["rate:", "score", ":", "/", "i", "give", "it", "1", "2", "3", "4", "5"]
        var seen: Set<String> = []
        return Vocabulary(words.filter { seen.insert($0).inserted })
    }()
}
