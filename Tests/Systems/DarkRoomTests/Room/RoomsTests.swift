import DarkRoom
import DeterministicMath
import Testing

struct RoomsTests {
    @Test func `rooms side by side do what each would do alone, and begin again`() {
        let room = Room(endsAtGoal: true)
        let goals: [Goal] = [.cell(41), .cell(0), .keyAndDoor(key: 41, door: 40)]
        var rooms = Rooms(room, goals: goals, seed: 1)
        var walks = goals.map { Walk(in: room, to: $0) }
        var ends = 0
        for _ in 0..<100 {
            let actions = rooms.generators.indices.map {
                Action.allCases[rooms.generators[$0].integer(below: Action.count)]
            }
            let arrivals = rooms.take(actions)
            for place in goals.indices {
                #expect(arrivals[place].reward == walks[place].take(actions[place]))
                #expect(arrivals[place].cell == walks[place].cell)
                #expect(arrivals[place].endsEpisode == walks[place].isOver)
                #expect(arrivals[place].endsAtGoal == (walks[place].isOver && walks[place].isAtGoal))
                guard walks[place].isOver else { continue }
                walks[place] = Walk(in: room, to: goals[place])
                ends += 1
            }
            #expect(rooms.cells == walks.map(\.cell))
            #expect(rooms.times == walks.map(\.time))
        }
        #expect(ends > 15)
    }

    @Test func `the chance of a room does not depend on how many there are`() {
        var one = Rooms(Room(), goals: [.cell(0)], seed: 3, firstStream: 5)
        var many = Rooms(Room(), goals: [.cell(3), .cell(0)], seed: 3, firstStream: 4)
        #expect(one.generators[0].next() == many.generators[1].next())
        #expect(one.generators[0].next() != many.generators[0].next())
    }
}
