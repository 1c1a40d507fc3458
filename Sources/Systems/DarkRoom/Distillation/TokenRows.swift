/// Tokens as lists of symbols: every token is the sum of as many embeddings, one of each list.
struct TokenRows: Sendable {
    /// Symbols of the vocabulary.
    var symbols: [[Int]]
    var clocks: [Int] = []
    var episodes: [Int] = []
    var places: [Int] = []
    /// Which tokens predict an action: the last one of a step, or its second of three.
    var predicting: [Int] = []

    private let format: TokenFormat
    private let vocabulary: Vocabulary

    init(_ format: TokenFormat, _ vocabulary: Vocabulary) {
        self.format = format
        self.vocabulary = vocabulary
        symbols = [[Int]](repeating: [], count: format.packing == .step ? 4 : 2)
    }

    /// What is known when an agent is to act.
    struct Moment {
        var cell: Int
        var time: Int
        /// The place of the episode and of the step in the context.
        var episode: Int
        var place: Int
        /// What was done and earned before, nil at the beginning of an episode.
        var lastAction: Action?
        var lastReward: Int?
        /// What will be earned, for the leak.
        var nextReward: Int?
    }

    /// Appends the tokens up to the one that predicts the action.
    mutating func append(_ moment: Moment) {
        let reward = format.leaksReward ? moment.nextReward ?? moment.lastReward : moment.lastReward
        let (one, other) = vocabulary.cell(moment.cell)
        switch format.packing {
        case .step:
            predicting.append(clocks.count)
            appendToken(
                [one, other, vocabulary.action(moment.lastAction), vocabulary.reward(reward)], moment)
        case .triple:
            appendToken([vocabulary.reward(reward), vocabulary.rewardKind], moment)
            predicting.append(clocks.count)
            appendToken([one, other], moment)
        }
    }

    /// Appends the token of the action itself, where it has one.
    mutating func append(_ action: Action, at moment: Moment) {
        guard format.packing == .triple else { return }
        appendToken([vocabulary.action(action), vocabulary.actionKind], moment)
    }

    private mutating func appendToken(_ parts: [Int], _ moment: Moment) {
        for (list, symbol) in parts.enumerated() { symbols[list].append(symbol) }
        clocks.append(moment.time)
        episodes.append(moment.episode)
        places.append(moment.place)
    }

    /// Appends the tokens of a lesson's steps.
    mutating func append(_ steps: [Step], firstTime: Int) {
        var last: Step?
        var episode = -1
        for (place, step) in steps.enumerated() {
            if step.time == firstTime {
                episode += 1
                last = nil
            }
            let moment = Moment(
                cell: step.cell, time: step.time, episode: max(episode, 0), place: place, lastAction: last?.action,
                lastReward: last?.reward, nextReward: step.reward)
            append(moment)
            append(step.action, at: moment)
            last = step
        }
    }
}
