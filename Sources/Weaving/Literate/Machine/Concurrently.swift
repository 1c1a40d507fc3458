/// Does `work` for every item, at most `jobs` at a time, and gathers what is wrong with all of them.
///
/// - Parameter effort: how much work an item is, at a guess: the largest begins first, so that none is left alone at the end.
func concurrently<Item: Sendable, Result: Sendable>(
    _ items: [Item], jobs: Int, effort: (Item) -> Int = { _ in 0 },
    work: @escaping @Sendable (Item) async throws -> Result
) async throws -> [Result] {
    var results: [Int: Result] = [:]
    var failures: [Int: [Diagnostic]] = [:]
    let order = items.indices.sorted { (effort(items[$1]), $0) < (effort(items[$0]), $1) }
    try await withThrowingTaskGroup(of: (Int, Swift.Result<Result, Diagnostics>).self) { group in
        func add(_ place: Int) {
            let index = order[place]
            let item = items[index]
            group.addTask {
                do {
                    return (index, .success(try await work(item)))
                } catch let diagnostics as Diagnostics {
                    return (index, .failure(diagnostics))
                }
            }
        }
        var next = min(max(1, jobs), items.count)
        for index in 0..<next { add(index) }
        while let (index, result) = try await group.next() {
            switch result {
            case .success(let value): results[index] = value
            case .failure(let diagnostics): failures[index] = diagnostics.all
            }
            if next < items.count {
                add(next)
                next += 1
            }
        }
    }
    guard failures.isEmpty else { throw Diagnostics(items.indices.flatMap { failures[$0] ?? [] }) }
    return items.indices.map { results[$0]! }
}
