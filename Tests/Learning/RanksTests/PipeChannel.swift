import Foundation
import Synchronization

@testable import Ranks

/// Ranks that are threads of the tests' own process.
final class Pipes: Sendable {
    private struct Way: Hashable {
        var from: Int
        var to: Int
    }

    private let waiting = Mutex<[Way: [[UInt8]]]>([:])
    let size: Int

    init(size: Int) { self.size = size }

    struct Line: Channel {
        let rank: Int
        let pipes: Pipes
        var size: Int { pipes.size }

        func send(_ bytes: UnsafeRawBufferPointer, to other: Int) {
            pipes.waiting.withLock { $0[Way(from: rank, to: other), default: []].append(Array(bytes)) }
        }

        func receive(_ bytes: UnsafeMutableRawBufferPointer, from other: Int) {
            while true {
                let message = pipes.waiting.withLock { waiting -> [UInt8]? in
                    let way = Way(from: other, to: rank)
                    guard waiting[way]?.isEmpty == false else { return nil }
                    return waiting[way]?.removeFirst()
                }
                if let message { return bytes.copyBytes(from: message) }
                usleep(50)
            }
        }
    }

    /// What each rank makes, all of them at the same time.
    static func make<Value: Sendable>(_ size: Int, _ work: @escaping @Sendable (Ranks<Line>) throws -> Value) -> [Value]
    {
        let pipes = Pipes(size: size)
        let results = Mutex([Value?](repeating: nil, count: size))
        let done = DispatchSemaphore(value: 0)
        for rank in 0..<size {
            Thread.detachNewThread {
                let value = try? work(Ranks(on: Line(rank: rank, pipes: pipes)))
                results.withLock { $0[rank] = value }
                done.signal()
            }
        }
        for _ in 0..<size { done.wait() }
        return results.withLock { $0.compactMap(\.self) }
    }
}
