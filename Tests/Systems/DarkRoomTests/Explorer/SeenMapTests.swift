import Testing

@testable import DarkRoom

struct SeenMapTests {
    @Test func `a cell is new once, and after the map was wiped`() {
        var map = SeenMap(of: Room())
        #expect(map.unseen.count == 80)
        let news = [40, 41, 41].map { map.see($0) }
        #expect(news == [false, true, false])
        #expect(map.unseen.count == 79)
        map.wipe()
        let isNewAgain = map.see(41)
        #expect(isNewAgain)
    }

    @Test func `a cell stands in the window where it stands around the agent`() {
        let room = Room(rows: 3, columns: 4)
        var map = SeenMap(of: room)
        for cell in 0..<12 where cell != 2 && cell != 8 { _ = map.see(cell) }
        var places: [Int32] = []
        map.appendPlaces(around: 5, from: 100, to: &places)
        // The window has 5 × 7 places, the agent at row 2, column 3: cell 2 is a row up and a column right of cell 5, cell 8
        // a row down and a column left.
        let expected: [Int32] = [111, 123]  // 100 + 7 · row + column of the window
        #expect(places == expected)
        #expect(SeenMap.placeCount(in: room) == 35)
        map.appendPlaces(around: 11, from: 0, to: &places)
        let fromTheCorner: [Int32] = [2, 14]
        #expect(Array(places[2...]) == fromTheCorner)
    }
}
