import Synchronization

/// Memory that one step gives back and the next takes, without asking the system in between: that would double the
/// time of a step.
///
/// Lengths are rounded up to one of four sizes per power of two, so that a slightly longer batch finds its memory too.
/// What the pool holds is, of each size, what was once in use at the same time: several times the largest step if lengths
/// grow, and it is never given back.
package final class MemoryPool: Sendable {
    package static let shared = MemoryPool()

    /// Vectors are read whole, up to 15 floats beyond the end.
    private static let slack = 15

    private struct Block: @unchecked Sendable {
        let floats: UnsafeMutablePointer<Float>
    }

    private struct State {
        var free: [[Block]] = []
        var bytesFromSystem = 0
    }

    private let state = Mutex(State())

    /// How much the system was ever asked for.
    package var bytesFromSystem: Int { state.withLock(\.bytesFromSystem) }

    /// Memory for at least `count` floats on a 64-byte boundary, its content unknown.
    func take(count: Int) -> UnsafeMutablePointer<Float> {
        let (place, capacity) = Self.size(for: count)
        let block = state.withLock { state in
            if place < state.free.count, let block = state.free[place].popLast() { return block }
            state.bytesFromSystem += 4 * capacity
            let bytes = UnsafeMutableRawPointer.allocate(byteCount: 4 * capacity, alignment: 64)
            return Block(floats: bytes.bindMemory(to: Float.self, capacity: capacity))
        }
        return block.floats
    }

    /// Takes back what `take(count:)` gave for the same count.
    func giveBack(_ floats: UnsafeMutablePointer<Float>, count: Int) {
        let block = Block(floats: floats)
        let place = Self.size(for: count).place
        state.withLock { state in
            while state.free.count <= place { state.free.append([]) }
            state.free[place].append(block)
        }
    }

    /// The smallest size that holds `count` floats and the slack: its place in the list of sizes 64, 80, 96, 112, 128,
    /// 160, 192 … and the size itself.
    static func size(for count: Int) -> (place: Int, capacity: Int) {
        let needed = max(count + slack, 64)
        let exponent = Int.bitWidth - 1 - needed.leadingZeroBitCount
        let quarter = 1 << (exponent - 2)
        let quarters = (needed + quarter - 1) / quarter
        return (place: 4 * (exponent - 6) + quarters - 4, capacity: quarters * quarter)
    }
}
