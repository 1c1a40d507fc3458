import DarkRoom
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

struct FilmTests {
    private let room = Room(rows: 3, columns: 3, episodeLength: 3)
    private let goal = Goal.cell(5)

    private func film(_ titles: [String] = ["first"], _ actions: [[Action]] = [[.right, .noop, .left]]) -> Film {
        let episodes = actions.map { actions in
            var walk = Walk(in: room, to: goal)
            return actions.map { action in
                let (cell, time) = (walk.cell, walk.time)
                return Step(cell: cell, action: action, reward: walk.take(action), time: time, logProbability: 0)
            }
        }
        return Film(of: episodes, in: room, goal: goal, titles: titles)
    }

    @Test func `the agent moves from step to step and stays in the picture at the end`() {
        let svg = film().svg
        #expect(svg.contains(#"<animate attributeName="cx" values="60;100;100;60;60;60;60" dur="1750ms""#))
        #expect(svg.contains(#"<animate attributeName="cy" values="60;60;60;60;60;60;60""#))
    }

    @Test func `the goal lights up while it is rewarded, and the caption counts`() {
        let svg = film().svg
        #expect(svg.contains(#"attributeName="fill-opacity" values="0.35;1;1;0.35;0.35;0.35;0.35""#))
        #expect(svg.contains(">first: 0<") && svg.contains(">first: 1<") && svg.contains(">first: 2<"))
        #expect(!svg.contains(">first: 3<"))
    }

    @Test func `each episode has its title, which is text`() throws {
        let svg = film(["a < b", "then"], [[.up, .up, .up], [.right, .noop, .noop]]).svg
        #expect(svg.contains(">a &lt; b: 0<") && svg.contains(">then: 3<"))
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }
}
