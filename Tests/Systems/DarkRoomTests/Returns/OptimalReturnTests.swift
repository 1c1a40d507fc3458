import DarkRoom
import Testing

struct OptimalReturnTests {
    @Test func `the best return is 21 less the distance, 16.5 on average`() {
        let room = Room()
        for cell in 0..<room.cellCount where cell != room.start {
            #expect(room.optimalReturn(for: .cell(cell)) == 21 - room.distance(from: room.start, to: cell))
        }
        #expect(room.optimalReturn(of: room.goals) == 16.5)
    }

    @Test func `a goal that ends the episode is worth 1 if it can be reached`() {
        let room = Room(rows: 25, columns: 25, endsAtGoal: true)
        #expect(room.optimalReturn(for: .cell(room.start + 12)) == 1)
        #expect(room.optimalReturn(for: .cell(0)) == 0)
    }

    @Test func `key and door are worth 2 if the time is enough for both`() {
        let corners = Goal.keyAndDoor(key: 0, door: 80)
        #expect(Room(episodeLength: 50).optimalReturn(for: corners) == 2)
        #expect(Room(episodeLength: 20).optimalReturn(for: corners) == 1)
    }

    @Test func `shortest steps lead nearer, and one stays at the target`() {
        let room = Room()
        #expect(room.shortestSteps(from: 40, to: 0) == [.up, .left])
        #expect(room.shortestSteps(from: 40, to: 44) == [.right])
        #expect(room.shortestSteps(from: 40, to: 40) == [.noop])
    }
}
