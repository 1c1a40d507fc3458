extension Vocabulary {
    /// The 164 tokens of the word problems: three special ones, four tags, the numbers from 0 to 99, eight signs, names,
    /// things, and the other words.
    ///
    /// Four of these ("eats", "drops", "left", "half") stand in no problem: they are there for a reader's own events.
    public static let wordProblems = Vocabulary(
        ["<reasoning>", "</reasoning>", "<answer>", "</answer>"] + (0..<100).map { "\($0)" }
            + ["+", "-", "*", "/", "=", ";", ".", "?"] + WordProblem.names + WordProblem.items + otherWords)

    private static let otherWords = [
        "the", "answer", "is", "how", "many", "has", "does", "have", "now", "buys", "finds", "more", "gets", "from",
        "loses", "gives", "to", "then", "bags", "of", "each", "doubles", "pile", "shares", "them", "equally", "and",
        "keeps", "one", "eats", "drops", "left", "half",
    ]
}
