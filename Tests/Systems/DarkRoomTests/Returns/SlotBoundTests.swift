import DarkRoom
import Testing

struct SlotBoundTests {
    @Test func `no agent earns more than 102.54 in eight episodes`() {
        let bound = SlotBound(in: Room(), episodes: 8)
        #expect(bound.total == 102.5375)
        let rounded = bound.returns.map { ($0 * 100).rounded() / 100 }
        #expect(rounded[4...] == [16.5, 16.5, 16.5, 16.5])
        #expect(zip(bound.returns, [2.62, 7.15, 11.38, 15.39]).allSatisfy { abs($0 - $1) < 0.006 })
    }

    @Test func `in a corridor the bound sees one end after the other, as if there were no way between them`() {
        let bound = SlotBound(in: Room(rows: 1, columns: 3, episodeLength: 2), episodes: 2)
        // The first step's cell is worth 2 + 2, the second step's 1 + 2.
        #expect(bound.total == 3.5)
        #expect(bound.returns == [1.5, 2])
    }
}
