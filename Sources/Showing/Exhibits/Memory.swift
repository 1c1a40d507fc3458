#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gives the value that `compute` returned in an earlier run, or computes it and keeps it.
///
/// A kept value counts only as long as nothing has changed that it could depend on: the code of its cell and all code
/// before it, the modules that the chapter imports, and the data files. So a later cell can be edited without training again:
///
/// ```swift
/// let history = remember("training") { train(epochs: 100_000) }
/// ```
///
/// The same name may be used more than once, also in a loop: the uses are told apart by their order. Outside a woven cell
/// it just computes.
///
/// `compute` must do nothing but compute: in later runs it is not called, and only its value comes back. If it prints, shows
/// or claims something, the chapter fails with an error at this line; that it changes no variable outside, the author must
/// see to.
public func remember<Value: Codable>(
    _ name: String, line: Int = #line, column: Int = #column, compute: () throws -> Value
) rethrows -> Value {
    guard let use = CellRuntime.memory?.use(of: name, line: line, column: column) else { return try compute() }
    let result = use.result(of: Value.self)
    if let value = result.value(as: Value.self) {
        use.end([result.key])
        return value
    }
    let value = try compute()
    use.end([result.key], keeping: [result.keep(value)])
    return value
}

/// Gives the value that `compute` returned in an earlier run, or computes it and keeps it.
@_disfavoredOverload
public func remember<Value: Codable>(
    _ name: String, line: Int = #line, column: Int = #column, compute: () async throws -> Value
) async rethrows -> Value {
    guard let use = CellRuntime.memory?.use(of: name, line: line, column: column) else { return try await compute() }
    let result = use.result(of: Value.self)
    if let value = result.value(as: Value.self) {
        use.end([result.key])
        return value
    }
    let value = try await compute()
    use.end([result.key], keeping: [result.keep(value)])
    return value
}

/// Gives, for each element, the value that `compute` returned for it in an earlier run, or computes it and keeps it: on all
/// processors, in the elements' order.
///
/// ```swift
/// let runs = try await remember("grpo", for: 1...10) { seed in try train(seed: seed) }
/// ```
///
/// Each value is kept as soon as it is there: a run that was ended in the middle goes on with what is missing.
///
/// - Parameter compute: must do nothing but compute, and depend on nothing but its element and constants.
/// - Throws: the error of the first element, in their order, whose `compute` throws.
public func remember<Element: Encodable & Sendable, Value: Codable & Sendable>(
    _ name: String, for elements: some Sequence<Element>, line: Int = #line, column: Int = #column,
    compute: @escaping @Sendable (Element) async throws -> Value
) async throws -> [Value] {
    let elements = Array(elements)
    let use = CellRuntime.memory?.use(of: name, line: line, column: column)
    let results = elements.map { use?.result(of: Value.self, for: $0) }
    var values = results.map { $0?.value(as: Value.self) }
    let missing = values.indices.filter { values[$0] == nil }
    var outcomes: [ResultFile.Outcome] = []
    typealias Computed = (place: Int, value: Result<Value, any Error>, outcome: ResultFile.Outcome)
    try await withThrowingTaskGroup(of: Computed.self) { group in
        var waiting = missing.makeIterator()
        func start(_ place: Int) {
            let (element, result) = (elements[place], results[place])
            group.addTask {
                do {
                    let value = try await compute(element)
                    return (place, .success(value), result?.keep(value) ?? .kept)
                } catch {
                    return (place, .failure(error), .kept)
                }
            }
        }
        // More at once than processors would only take memory.
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { waiting.next().map(start) }
        var failures: [(place: Int, error: any Error)] = []
        while let (place, value, outcome) = try await group.next() {
            outcomes.append(outcome)
            switch value {
            case .success(let value): values[place] = value
            case .failure(let error): failures.append((place, error))
            }
            // All that has begun is waited for, so that the error depends on no race.
            if failures.isEmpty { waiting.next().map(start) }
        }
        if let first = failures.min(by: { $0.place < $1.place }) { throw first.error }
    }
    use?.end(results.map { $0!.key }, keeping: outcomes)
    return values.map { $0! }
}
