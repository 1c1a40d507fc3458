import DeterministicMath
import Synchronization

/// What `work` gives for 0, 1, … `count` - 1, computed at the same time and returned in this order.
///
/// - Parameters:
///   - count: how many pieces of work there are.
///   - threads: how many are under way at the same time at most, if there are as many cores.
///   - work: may be called on any thread; a piece begins when a thread is free.
public func concurrently<Result: Sendable>(
    _ count: Int, threads: Int = .max, _ work: @escaping @Sendable (_ index: Int) -> Result
) async -> [Result] {
    require(count >= 0 && threads > 0, "\(count) pieces of work on \(threads) threads")
    let workers = min(count, threads)
    guard workers > 1 else { return (0..<count).map(work) }
    let queue = Queue()
    return await withTaskGroup(of: [(Int, Result)].self) { group in
        for _ in 0..<workers {
            group.addTask {
                var done: [(Int, Result)] = []
                while let index = queue.next(below: count) { done.append((index, work(index))) }
                return done
            }
        }
        var results = [Result?](repeating: nil, count: count)
        for await done in group {
            for (index, result) in done { results[index] = result }
        }
        return results.compactMap(\.self)
    }
}

/// The numbers of the pieces that nobody has begun.
private final class Queue: Sendable {
    private let begun = Atomic(0)

    func next(below count: Int) -> Int? {
        let index = begun.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}
