import ArgumentParser
import DarkRoom
import Records

/// `train darkroom film`: episodes of a history as an animated picture.
struct FilmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "film", abstract: "Makes an animated SVG of some episodes of a history; it plays in any browser.")

    @Argument(help: "The file of histories.")
    var history: String

    @Option(help: "The agent's number, from 0.")
    var agent = 0

    @Option(help: "The number of its room, from 0.")
    var room = 0

    @Option(
        name: .customLong("episode"), parsing: .singleValue,
        help: "An episode's number, from 1; may be given more than once. Without it, the first and the last.")
    var episodes: [Int] = []

    @Option(help: "The file that the film is written to.")
    var output = "film.svg"

    func run() throws {
        let file = try HistoryFile(history)
        guard file.goals.indices.contains(agent) else {
            throw ValidationError("--agent is \(agent); the agents of \(history) are 0 to \(file.goals.count - 1)")
        }
        guard case .cell = file.goals[agent] else {
            throw ValidationError(
                "agent \(agent) of \(history) looks for a key and a door; films are of goals that are a cell")
        }
        let steps = try file.blocks(agent: agent, room: room).flatMap { try file.block($0).steps }
        let stream = Histories(in: file.room, goals: [file.goals[agent]], steps: [[steps]]).streams[0]
        guard stream.episodeCount > 0 else {
            throw ValidationError("\(history) has no episode of room \(room) of agent \(agent)")
        }
        let shown = episodes.isEmpty ? [1, stream.episodeCount] : episodes
        for number in shown where !(1...stream.episodeCount).contains(number) {
            throw ValidationError("--episode is \(number); there are the episodes 1 to \(stream.episodeCount)")
        }
        let film = Film(
            of: shown.map { Array(stream[$0 - 1]) }, in: file.room, goal: file.goals[agent],
            titles: shown.map { "episode \($0)" })
        try OutputFile(path: output).write(film.svg)
        print("Written to \(output)")
    }
}
