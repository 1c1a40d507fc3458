/// The symbols that tokens are made of, each with a row in a model's table: rows and columns or cells, actions and none,
/// rewards and none, and the two kinds of tokens that are no state.
struct Vocabulary: Hashable, Sendable {
    private let room: Room
    private let splits: Bool

    init(of room: Room, _ format: TokenFormat) {
        self.room = room
        splits = format.splitsCells
    }

    private var firstAction: Int { splits ? room.rows + room.columns : room.cellCount + 1 }
    private var firstReward: Int { firstAction + Action.count + 1 }
    private var firstKind: Int { firstReward + 3 }

    /// How many symbols there are.
    var count: Int { firstKind + 2 }

    /// The two symbols of a cell.
    func cell(_ cell: Int) -> (Int, Int) {
        splits ? (room.row(of: cell), room.rows + room.column(of: cell)) : (cell, room.cellCount)
    }

    /// The symbol of an action; of none at the beginning of an episode.
    func action(_ action: Action?) -> Int { firstAction + (action?.index ?? Action.count) }

    /// The symbol of a reward, 0 or more than that; of none at the beginning of an episode.
    func reward(_ reward: Int?) -> Int { firstReward + (reward.map { $0 > 0 ? 1 : 0 } ?? 2) }

    /// What marks a token that is an action.
    var actionKind: Int { firstKind }
    /// What marks a token that is a reward.
    var rewardKind: Int { firstKind + 1 }
}
