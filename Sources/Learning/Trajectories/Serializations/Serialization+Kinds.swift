extension Serialization {
    /// A word for each field: `r4c4 right 0 1.50`.
    public static func words(of alphabet: Alphabet) -> Serialization {
        Serialization(of: alphabet, [.state, .action, .reward, .logProbability], spelling: .words)
    }

    /// A record as rollouts of language models are logged: `prompt: r4 c4 completion: right reward: 0 logprob: 1.50 ###`.
    public static func record(of alphabet: Alphabet) -> Serialization {
        Serialization(
            of: alphabet,
            [.literal("prompt:")] + parts(of: alphabet) + [
                .literal("completion:"), .action, .literal("reward:"), .reward, .literal("logprob:"), .logProbability,
                .literal("###"),
            ], spelling: .words)
    }

    /// A word for each part of the state and for each other field: `r4 c4 right 0 1.50`.
    public static func split(of alphabet: Alphabet) -> Serialization {
        Serialization(of: alphabet, parts(of: alphabet) + [.action, .reward, .logProbability], spelling: .words)
    }

    /// A token for each character: `44r0 1.50` and the end of the line. All names of a kind must be equally long.
    public static func characters(of alphabet: Alphabet) -> Serialization {
        Serialization(
            of: alphabet,
            parts(of: alphabet) + [.action, .reward, .literal(" "), .logProbability, .literal("\n")],
            spelling: .characters)
    }

    private static func parts(of alphabet: Alphabet) -> [Item] { alphabet.stateParts.indices.map(Item.part) }
}
