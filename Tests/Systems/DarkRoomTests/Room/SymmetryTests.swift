import DarkRoom
import Testing

struct SymmetryTests {
    @Test func `eight symmetries make eight different squares`() {
        let room = Room(rows: 3, columns: 3)
        let images = Symmetry.all.map { symmetry in (0..<9).map { symmetry.image(of: $0, in: room) } }
        #expect(images[0] == Array(0..<9))
        #expect(images[1] == [2, 5, 8, 1, 4, 7, 0, 3, 6])
        #expect(images[4] == [2, 1, 0, 5, 4, 3, 8, 7, 6])
        #expect(Set(images).count == 8)
        #expect(images.allSatisfy { Set($0) == Set(0..<9) })
    }

    @Test func `a turned step leads to the turned cell`() {
        let room = Room()
        for symmetry in Symmetry.all {
            for cell in 0..<room.cellCount {
                for action in Action.allCases {
                    let image = symmetry.image(of: cell, in: room)
                    #expect(
                        room.cell(after: symmetry.image(of: action), from: image)
                            == symmetry.image(of: room.cell(after: action, from: cell), in: room))
                }
            }
        }
    }

    @Test func `the 80 goals are 14 orbits, eight of 4 and six of 8`() {
        let orbits = Symmetry.orbits(in: Room())
        #expect(orbits.filter { $0.count == 4 }.count == 8)
        #expect(orbits.filter { $0.count == 8 }.count == 6)
        #expect(Set(orbits.joined()).count == 80)
    }
}
