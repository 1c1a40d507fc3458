/// What is rewarded in a dark room; the agent can not see it.
public enum Goal: Hashable, Sendable {
    /// Every step that ends in this cell earns 1, a step that stays there too.
    case cell(Int)
    /// The first step onto the key earns 1, and once the key is there, the first step onto the door earns 1 ("Dark
    /// Key-to-Door").
    case keyAndDoor(key: Int, door: Int)

    /// How far an agent can be: for a key and a door 0 without, 1 with the key, 2 after the door; else always 0.
    var phases: Int {
        switch self {
        case .cell: 1
        case .keyAndDoor: 3
        }
    }

    /// What a step into `cell` earns, and the phase after it.
    func reward(into cell: Int, phase: Int) -> (reward: Int, phase: Int) {
        switch (self, phase) {
        case (.cell(let goal), _): (cell == goal ? 1 : 0, 0)
        case (.keyAndDoor(let key, _), 0): cell == key ? (1, 1) : (0, 0)
        case (.keyAndDoor(_, let door), 1): cell == door ? (1, 2) : (0, 1)
        default: (0, phase)
        }
    }

    /// Whether nothing is left to do after a step that earned `reward` and led into `phase`.
    func isReached(reward: Int, phase: Int) -> Bool {
        switch self {
        case .cell: reward > 0
        case .keyAndDoor: phase == 2
        }
    }
}
