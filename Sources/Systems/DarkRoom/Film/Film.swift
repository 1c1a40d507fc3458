import DeterministicMath
import Exhibits

/// Episodes of an agent as an animated picture, which plays for ever in any browser, also from a file.
///
/// ```swift
/// let film = Film(of: [stream[0], stream[299]].map(Array.init), in: room, goal: goal, titles: ["episode 1", "episode 300"])
/// try OutputFile("film.svg").write(film.svg)
/// ```
/// The agent is a disc, the goal a filled cell that lights up while it is rewarded.
public struct Film: Hashable, Sendable {
    private let room: Room
    private let goal: Int
    private let titles: [String]
    private let episodes: [[Step]]

    /// How long a step takes, in milliseconds.
    public var stepMilliseconds = 250
    /// How many steps an episode's end stays in the picture.
    public var rest = 3

    /// The film of some episodes, each with a title. The goal is a cell.
    public init(of episodes: [[Step]], in room: Room, goal: Goal, titles: [String]) {
        require(episodes.count == titles.count, "\(titles.count) titles for \(episodes.count) episodes")
        require(!episodes.isEmpty && episodes.allSatisfy { !$0.isEmpty }, "a film of nothing")
        guard case .cell(let cell) = goal else { preconditionFailure("a film of a goal that is no cell") }
        self.room = room
        self.goal = cell
        self.titles = titles
        self.episodes = episodes
    }

    private struct Frame {
        let cell: Int
        let earned: Int
        let isRewarded: Bool
        let episode: Int
    }

    /// Where the agent is at the beginning of each episode and after each of its steps.
    private var frames: [Frame] {
        episodes.enumerated().flatMap { episode, steps -> [Frame] in
            var earned = 0
            let walked = steps.map { step in
                earned += step.reward
                return Frame(
                    cell: room.cell(after: step.action, from: step.cell), earned: earned, isRewarded: step.reward > 0,
                    episode: episode)
            }
            let start = Frame(cell: steps[0].cell, earned: 0, isRewarded: false, episode: episode)
            return [start] + walked + [Frame](repeating: walked[walked.count - 1], count: rest)
        }
    }

    /// The picture.
    public var svg: String {
        let frames = frames
        let side = 40
        let (width, height) = (room.columns * side, room.rows * side)
        func animation(_ attribute: String, _ values: [String], isSmooth: Bool = false) -> String {
            "<animate attributeName=\"\(attribute)\" values=\"\(values.joined(separator: ";"))\" "
                + "dur=\"\(frames.count * stepMilliseconds)ms\" repeatCount=\"indefinite\" "
                + "calcMode=\"\(isSmooth ? "linear" : "discrete")\"/>"
        }
        func middle(_ place: Int) -> String { "\(place * side + side / 2)" }
        let cells = (0..<room.cellCount).filter { $0 != goal }.map { square($0, side, "cell") }.joined()
        let captions = frames.indices.filter { place in
            place == 0 || frames[place].earned != frames[place - 1].earned
                || frames[place].episode != frames[place - 1].episode
        }
        let texts = captions.enumerated().map { number, place in
            let end = number + 1 < captions.count ? captions[number + 1] : frames.count
            let shown = frames.indices.map { (place..<end).contains($0) ? "1" : "0" }
            return "<text x=\"4\" y=\"\(height + 24)\" opacity=\"\(place == 0 ? 1 : 0)\">"
                + "\(titles[frames[place].episode].escaped(for: .content)): \(frames[place].earned)\(animation("opacity", shown))</text>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 \(width + 4) \(height + 36)" width="\(width + 4)" role="img">
            <title>An agent in a dark room: \(titles.joined(separator: ", ").escaped(for: .content))</title>
            <style>text{font:18px system-ui,sans-serif;fill:#1b1f24}.cell{fill:#f4f4f0;stroke:#dcdfe3}.goal{fill:#1fa56d}\
            .agent{fill:#2f62c0}@media(prefers-color-scheme:dark){text{fill:#e4e7eb}.cell{fill:#1d2127;stroke:#333a42}}</style>
            \(cells)
            \(square(goal, side, "goal", animation("fill-opacity", frames.map { $0.isRewarded ? "1" : "0.35" })))
            <circle class="agent" r="\(side / 4)" cx="\(middle(room.column(of: room.start)))" cy="\(middle(room.row(of: room.start)))">
            \(animation("cx", frames.map { middle(room.column(of: $0.cell)) }, isSmooth: true))
            \(animation("cy", frames.map { middle(room.row(of: $0.cell)) }, isSmooth: true))
            </circle>
            \(texts.joined(separator: "\n"))
            </svg>

            """
    }

    private func square(_ cell: Int, _ side: Int, _ name: String, _ inside: String = "") -> String {
        "<rect class=\"\(name)\" x=\"\(room.column(of: cell) * side)\" y=\"\(room.row(of: cell) * side)\" "
            + "width=\"\(side)\" height=\"\(side)\">\(inside)</rect>"
    }
}
