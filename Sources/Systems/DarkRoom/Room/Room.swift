import DeterministicMath
public import Trajectories

/// A dark room: a grid in which an agent sees where it is and what time it is, and nothing of the goal (Laskin et al.,
/// "In-context reinforcement learning with algorithm distillation", 2022, "Dark Room").
///
/// Cells are numbered row by row from the top left. A step towards a wall stays where it is. An episode has a fixed number of
/// steps, and every episode begins in the same cell.
public struct Room: Hashable, Sendable {
    /// How many rows the grid has.
    public let rows: Int
    /// How many columns the grid has.
    public let columns: Int
    /// The cell in which every episode begins.
    public let start: Int
    /// The time at which an episode ends.
    public let episodeLength: Int
    /// Whether an episode ends as soon as its goal is reached, as in the original, or goes on and can be rewarded in every
    /// step that ends on the goal, as in the benchmark.
    public let endsAtGoal: Bool
    /// The time at which an episode begins: 0, or 1 as in the original, whose episodes of 20 thus have 19 steps.
    public let firstTime: Int
    /// The cell behind each cell and action.
    let moves: [Int]

    /// Creates a room; without a start it is the middle.
    public init(
        rows: Int = 9, columns: Int = 9, start: Int? = nil, episodeLength: Int = 20, endsAtGoal: Bool = false,
        firstTime: Int = 0
    ) {
        require(rows > 0 && columns > 0, "a room of \(rows) × \(columns) cells")
        require(firstTime >= 0 && episodeLength > firstTime, "an episode from \(firstTime) to \(episodeLength)")
        let start = start ?? rows / 2 * columns + columns / 2
        require((0..<rows * columns).contains(start), "a start in cell \(start) of \(rows) × \(columns)")
        self.rows = rows
        self.columns = columns
        self.start = start
        self.episodeLength = episodeLength
        self.endsAtGoal = endsAtGoal
        self.firstTime = firstTime
        moves = (0..<rows * columns).flatMap { cell in
            Action.allCases.map { action in
                let row = min(max(cell / columns + action.offset.row, 0), rows - 1)
                let column = min(max(cell % columns + action.offset.column, 0), columns - 1)
                return row * columns + column
            }
        }
    }

    /// How many cells there are.
    public var cellCount: Int { rows * columns }

    /// How many steps an episode has at most.
    public var steps: Int { episodeLength - firstTime }

    /// The cell at a row and a column, both from 0.
    public func cell(row: Int, column: Int) -> Int { row * columns + column }

    /// The row of a cell.
    public func row(of cell: Int) -> Int { cell / columns }

    /// The column of a cell.
    public func column(of cell: Int) -> Int { cell % columns }

    /// Where an action leads.
    public func cell(after action: Action, from cell: Int) -> Int { moves[cell * Action.count + action.index] }

    /// The fewest steps from one cell to the other.
    public func distance(from cell: Int, to other: Int) -> Int {
        abs(row(of: cell) - row(of: other)) + abs(column(of: cell) - column(of: other))
    }

    /// All cells but the start, each as a goal: the 80 tasks of a room of 9 × 9.
    public var goals: [Goal] { (0..<cellCount).filter { $0 != start }.map(Goal.cell) }
}

extension Room {
    /// The symbols of the room: rows `r0` on, columns `c0` on, the actions' names, and the rewards 0 and 1.
    ///
    /// - Parameter ofLetters: whether every name is a single character, so that a text of characters is short.
    public func alphabet(ofLetters: Bool = false) -> Alphabet {
        func names(_ letter: String, _ count: Int) -> [String] {
            (0..<count).map { ofLetters ? "\($0)" : "\(letter)\($0)" }
        }
        return Alphabet(
            stateParts: [names("r", rows), names("c", columns)],
            actions: Action.allCases.map { ofLetters ? String("\($0)".prefix(1)) : "\($0)" }, rewards: ["0", "1"],
            episodeLength: steps)
    }
}
