import Testing

@testable import Autodiff

@Suite struct MemoryPoolTests {
    @Test func `memory that was given back is taken again, also for a slightly smaller count`() {
        let pool = MemoryPool()
        let first = pool.take(count: 1000)
        pool.giveBack(first, count: 1000)
        #expect(pool.take(count: 990) == first)
        #expect(pool.take(count: 990) != first)
    }

    @Test func `memory lies on a boundary of 64 bytes`() {
        let pool = MemoryPool()
        for count in [0, 1, 49, 50, 1000, 12345] {
            #expect(Int(bitPattern: pool.take(count: count)) % 64 == 0)
        }
    }

    @Test func `there is room for the count and 15 floats more, and for a third too much at most`() {
        for count in 1...5000 {
            let capacity = MemoryPool.size(for: count).capacity
            #expect(capacity >= count + 15 && (capacity <= 64 || 4 * capacity <= 5 * (count + 15)))
        }
    }

    @Test func `every size has a place of its own`() {
        var places: [Int: Int] = [:]
        for count in 1...5000 {
            let (place, capacity) = MemoryPool.size(for: count)
            #expect(places[place, default: capacity] == capacity)
            places[place] = capacity
        }
        #expect(Set(places.values).count == places.count)
        #expect(places.keys.sorted() == Array(0..<places.count))
    }
}
