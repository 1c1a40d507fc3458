import DeterministicMath

/// The words that prompts are named with: 64 adjectives and 64 nouns, so 4096 names.
enum PromptNames {
    /// Different adjective-noun names, at most 4096; a pair that was drawn before is drawn again.
    static func draw(count: Int, using generator: inout some RandomNumberGenerator) -> [String] {
        var isTaken = [Bool](repeating: false, count: adjectives.count * nouns.count)
        var names: [String] = []
        while names.count < count {
            let pair = generator.integer(below: isTaken.count)
            guard !isTaken[pair] else { continue }
            isTaken[pair] = true
            names.append("\(adjectives[pair / nouns.count])-\(nouns[pair % nouns.count])")
        }
        return names
    }

    static let adjectives = [
        "amber", "ancient", "bashful", "bold", "brisk", "calm", "candid", "careful",
        "cheerful", "clever", "cosmic", "crisp", "curious", "dapper", "daring", "dusty",
        "eager", "early", "earnest", "fabled", "faint", "fearless", "fluent", "foggy",
        "frosty", "gentle", "giddy", "golden", "graceful", "hasty", "hidden", "hollow",
        "humble", "idle", "jolly", "keen", "lively", "lonely", "lucid", "lunar",
        "mellow", "merry", "misty", "modest", "nimble", "noble", "patient", "polite",
        "proud", "quaint", "quiet", "rapid", "rustic", "silent", "sleepy", "solemn",
        "sturdy", "subtle", "sunny", "tidy", "velvet", "vivid", "witty", "zesty",
    ]

    static let nouns = [
        "acorn", "anchor", "badger", "bakery", "barrel", "beacon", "bicycle", "bramble",
        "button", "cabin", "candle", "canyon", "cello", "chimney", "cloud", "comet",
        "compass", "cradle", "cricket", "dolphin", "engine", "falcon", "feather", "ferry",
        "fiddle", "forest", "fountain", "garden", "glacier", "hammock", "harbor", "hedgehog",
        "island", "kettle", "ladder", "lantern", "lemon", "library", "magnet", "marble",
        "meadow", "mirror", "mosaic", "orchard", "otter", "paddle", "pebble", "pepper",
        "piano", "pocket", "puzzle", "raven", "ribbon", "river", "saddle", "sparrow",
        "spoon", "teapot", "thimble", "thunder", "tunnel", "violin", "walnut", "window",
    ]
}
