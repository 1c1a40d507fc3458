/// What an agent can do in the dark room, in the original's order.
public enum Action: UInt8, CaseIterable, Hashable, Codable, Sendable {
    case noop, up, right, down, left

    /// How many actions there are.
    public static let count = 5

    /// The action's place in `allCases`: its column in a policy's logits.
    public var index: Int { Int(rawValue) }

    /// How many rows down and columns to the right it leads.
    var offset: (row: Int, column: Int) {
        switch self {
        case .noop: (0, 0)
        case .up: (-1, 0)
        case .right: (0, 1)
        case .down: (1, 0)
        case .left: (0, -1)
        }
    }
}
