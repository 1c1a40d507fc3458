import ArgumentParser
import DarkRoom
import Records

/// `train darkroom film`: episodes of a history as an animated picture.
struct FilmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "film", abstract: "Makes an animated SVG of some episodes of a history; it plays in any browser.")

    @Argument(help: "The file of histories.") var history: String
    @Option(help: "The agent's number, from 0.") var agent = 0
    @Option(help: "The number of its room, from 0.") var room = 0
    @Option(
        name: .customLong("episode"), parsing: .singleValue,
        help: "An episode's number, from 1; may be given more than once. Without it, the first and the last.")
    var episodes: [Int] = []
    @Option(help: "The file that the film is written to.") var output = "film.svg"

    func run() throws {
        let film = try refusable { try Film(of: HistoryFile(history), agent: agent, room: room, episodes: episodes) }
        try OutputFile(path: output).write(film.svg)
        print("Written to \(output)")
    }
}
