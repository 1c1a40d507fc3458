public import DeterministicMath

/// A way in which trajectories are written down, with the model that reads them so: two of rows, and texts.
public enum TrajectoryFormat: String, CaseIterable, Hashable, Sendable, Codable {
    /// Rows, and four heads that do not know of each other.
    case parallel
    /// Rows, and four heads each of which knows the fields before its own.
    case chained
    /// Text as rollouts of language models are logged.
    case record
    /// Text of characters.
    case characters
    /// Text with a word for each field.
    case words
    /// The same; a token knows its place in the line, the time and the episode.
    case wordsPlaced = "words-placed"
    /// Text with a word for each part of a state.
    case split
    /// The same; a token knows its place in the line, the time and the episode.
    case splitPlaced = "split-placed"

    /// How a transition becomes text; nil for rows.
    public func serialization(of alphabet: Alphabet) -> Serialization? {
        switch self {
        case .parallel, .chained: nil
        case .record: .record(of: alphabet)
        case .characters: .characters(of: alphabet)
        case .words, .wordsPlaced: .words(of: alphabet)
        case .split, .splitPlaced: .split(of: alphabet)
        }
    }

    /// A model that has learnt nothing.
    ///
    /// - Parameter episodes: how many a trajectory has at most.
    public func model(
        of alphabet: Alphabet, episodes: Int, sizes: ModelSizes = ModelSizes(),
        using generator: inout Xoshiro256StarStar
    ) -> any TrajectoryModel {
        guard let serialization = serialization(of: alphabet) else {
            return HeadsModel(
                of: alphabet, episodes: episodes, wiring: self == .chained ? .chained : .parallel, sizes: sizes,
                using: &generator)
        }
        return TextModel(
            of: serialization, episodes: episodes,
            positions: self == .wordsPlaced || self == .splitPlaced ? .factored : .absolute, sizes: sizes,
            using: &generator)
    }

    /// Steps and trajectories in each, of four episodes of twenty: what the models do in about the same time.
    public var settings: TrainingSettings {
        switch self {
        case .parallel: TrainingSettings(steps: 834, batch: 32)
        case .chained: TrainingSettings(steps: 796, batch: 32)
        case .record, .characters: TrainingSettings(steps: 285, batch: 6)
        case .words, .wordsPlaced: TrainingSettings(steps: 388, batch: 16)
        case .split, .splitPlaced: TrainingSettings(steps: 359, batch: 12)
        }
    }
}
