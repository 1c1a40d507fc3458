import DarkRoom
import Testing

struct RoomTests {
    @Test func `a room of 9 × 9 starts in its middle and has 80 goals`() {
        let room = Room()
        #expect(room.start == room.cell(row: 4, column: 4))
        #expect(room.goals.count == 80)
        #expect(!room.goals.contains(.cell(room.start)))
    }

    @Test func `actions lead to the neighbours, and walls stop them`() {
        let room = Room(rows: 3, columns: 4)
        let middle = room.cell(row: 1, column: 1)
        #expect(Action.allCases.map { room.cell(after: $0, from: middle) } == [5, 1, 6, 9, 4])
        #expect(Action.allCases.map { room.cell(after: $0, from: 0) } == [0, 0, 1, 4, 0])
        #expect(Action.allCases.map { room.cell(after: $0, from: 11) } == [11, 7, 11, 11, 10])
    }

    @Test func `a clock that begins at 1 takes a step from every episode`() {
        #expect(Room().steps == 20)
        #expect(Room(firstTime: 1).steps == 19)
    }

    @Test func `distance is counted in steps`() {
        let room = Room(rows: 5, columns: 7)
        for cell in 0..<room.cellCount {
            for action in Action.allCases {
                #expect(room.distance(from: cell, to: room.cell(after: action, from: cell)) <= 1)
            }
        }
        #expect(room.distance(from: 0, to: 34) == 10)
    }
}
