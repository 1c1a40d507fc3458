import Autodiff
import DeterministicMath

/// What a decoder keeps of the rows that it has read: every layer's keys and values.
///
/// Rows are read side by side, one position of each at a time. They may go on from prompts, which are there once for all rows
/// of a group. Rows that are finished leave.
///
/// ```swift
/// let memory = DecoderMemory(of: decoder, rows: 200, capacity: 160)
/// let logits = decoder.next(x, memory, on: tape)
/// ```
public final class DecoderMemory {
    /// The prompt that the rows of a group go on from, in one layer.
    struct Context {
        let positions: Int
        /// For every head of keys and values: width × positions, rows filled up to a whole number of 16.
        let transposedKeys: Storage
        /// For every head of keys and values: positions × width.
        let values: Storage
    }

    /// The rows that are still read: which place in the memory is theirs, and which group's prompt they go on from.
    struct Row {
        let place: Int
        let group: Int
    }

    let settings: Decoder.Settings
    /// How many positions each row can have, its prompt apart.
    public let capacity: Int
    /// How many positions of each row have been read, its prompt apart.
    public internal(set) var read = 0
    private(set) var active: [Row]
    /// How long each group's prompt is.
    let prompts: [Int]
    private let places: Int
    /// For every layer: a context for every group.
    var contexts: [[Context]]
    /// For every layer, place and head: width × capacity, rows filled up to a whole number of 16.
    let transposedKeys: [Storage]
    /// For every layer, place and head: capacity × width.
    let values: [Storage]

    /// Room for rows that begin with nothing.
    public convenience init(of decoder: Decoder, rows: Int, capacity: Int) {
        self.init(of: decoder, rowsOfGroups: [rows], prompts: [0], capacity: capacity)
    }

    /// Room for some rows of each group, which go on from the group's prompt.
    init(of decoder: Decoder, rowsOfGroups: [Int], prompts: [Int], capacity: Int) {
        require(capacity > 0, "a memory for \(capacity) positions")
        settings = decoder.settings
        self.capacity = capacity
        self.prompts = prompts
        let groups = rowsOfGroups.enumerated().flatMap { group, rows in [Int](repeating: group, count: rows) }
        active = groups.enumerated().map { Row(place: $0, group: $1) }
        places = groups.count
        contexts = [[Context]](repeating: [], count: settings.layers)
        let heads = places * settings.keyValueHeads
        let (width, length) = (settings.headWidth, HeadAttention.rowLength(positions: capacity))
        transposedKeys = (0..<settings.layers).map { _ in Storage(repeating: 0, count: heads * width * length) }
        values = (0..<settings.layers).map { _ in Storage(count: heads * capacity * width) }
    }

    /// How many rows are still read.
    public var rows: Int { active.count }

    /// Forgets what was read, prompts apart.
    public func forget() { read = 0 }

    /// Goes on with some of the rows only, given by their places among those still read, in ascending order.
    public func keep(_ rows: [Int]) { active = rows.map { active[$0] } }

    /// The next position of every row.
    var positions: [Int32] { active.map { Int32(prompts[$0.group] + read) } }
}
