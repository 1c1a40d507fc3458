/// Why something that was asked of a dark room can not be.
public enum DarkRoomError: Error, Equatable, CustomStringConvertible {
    /// A setting has a value that makes no sense.
    case setting(String, value: String, requirement: String)
    /// A room of so many rows and columns has no such cell.
    case noCell(row: Int, column: Int, rows: Int, columns: Int)
    /// Episodes begin where the goal should be.
    case goalAtStart(row: Int, column: Int)
    /// A file of histories is not of the room that the book's models know.
    case otherRoom(path: String)
    /// No history has as many episodes as a lesson.
    case tooFewEpisodes(slots: Int)
    /// No goal was kept from the lessons.
    case noGoalHeldOut
    /// An agent's goal is no cell, so that no film can show it.
    case goalWithoutCell(path: String, agent: Int)
    /// Nothing is known of an agent's room.
    case noEpisode(path: String, agent: Int, room: Int)

    /// Throws unless a setting is as required.
    static func unless(
        _ isMet: Bool, _ name: String, _ value: some Any, _ requirement: String
    ) throws(DarkRoomError) {
        guard isMet else { throw .setting(name, value: "\(value)", requirement: requirement) }
    }

    /// One sentence that names the value and what was expected.
    public var description: String {
        switch self {
        case .setting(let name, let value, let requirement): "\(name) is \(value); it must be \(requirement)"
        case .noCell(let row, let column, let rows, let columns):
            "row \(row), column \(column) is no cell of the room: both are from 0, below \(rows) and \(columns)"
        case .goalAtStart(let row, let column):
            "row \(row), column \(column) is where episodes begin; the goal is another cell"
        case .otherRoom(let path): "the histories in \(path) are not of a room of 9 × 9 that goes on at the goal"
        case .tooFewEpisodes(let slots): "the histories have too few episodes for lessons of \(slots)"
        case .noGoalHeldOut: "no goal was held out; --training-goals meets those of the lessons"
        case .goalWithoutCell(let path, let agent):
            "agent \(agent) of \(path) looks for a key and a door; films are of goals that are a cell"
        case .noEpisode(let path, let agent, let room): "\(path) has no episode of room \(room) of agent \(agent)"
        }
    }
}
