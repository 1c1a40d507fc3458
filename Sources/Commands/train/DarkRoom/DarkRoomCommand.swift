import ArgumentParser
import DarkRoom

/// `train darkroom`: agents that learn a goal, their diaries, and a model that learns to learn from them.
struct DarkRoomCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "darkroom",
        abstract:
            "Trains agents in a dark room, keeps their histories, and distils them into a model that learns by itself.",
        subcommands: [
            SourceCommand.self, HistoriesCommand.self, DistillCommand.self, InContextCommand.self, FilmCommand.self,
        ])
}

extension Goal {
    /// The goal in a row and a column, both from 0.
    init(row: Int, column: Int, in room: Room) throws {
        guard (0..<room.rows).contains(row), (0..<room.columns).contains(column) else {
            throw ValidationError(
                "row \(row), column \(column) is no cell of the room: both are from 0, below \(room.rows) and \(room.columns)"
            )
        }
        guard room.cell(row: row, column: column) != room.start else {
            throw ValidationError("row \(row), column \(column) is where episodes begin; the goal is another cell")
        }
        self = .cell(room.cell(row: row, column: column))
    }
}
