import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gives the value that `compute` returned in an earlier run, or computes it and keeps it.
///
/// A kept value counts only as long as nothing has changed that it could depend on: the code of its cell and all code
/// before it, the library, the compiler, and the data files. So a later cell can be edited without training again:
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
    let place = CellRuntime.memory?.nextPlace(for: name, of: Value.self)
    if let value = place?.value(as: Value.self) { return value }
    let said = CellRuntime.said
    let value = try compute()
    place?.keep(value, name: name, line: line, column: column, said: said)
    return value
}

/// Gives the value that `compute` returned in an earlier run, or computes it and keeps it.
@_disfavoredOverload
public func remember<Value: Codable>(
    _ name: String, line: Int = #line, column: Int = #column, compute: () async throws -> Value
) async rethrows -> Value {
    let place = CellRuntime.memory?.nextPlace(for: name, of: Value.self)
    if let value = place?.value(as: Value.self) { return value }
    let said = CellRuntime.said
    let value = try await compute()
    place?.keep(value, name: name, line: line, column: column, said: said)
    return value
}

/// What the cells of a chapter remember from earlier runs.
struct Memory {
    private let folder: String
    /// For each cell that remembers, what names everything before and in it.
    private let keys: [Int: String]
    private var cell: Int?
    private var uses: [String: Int] = [:]

    /// - Parameter keys: `cell=key` for each cell that remembers.
    init(folder: String, keys: some Sequence<String>) {
        self.folder = folder
        self.keys = Dictionary(
            keys.compactMap { text in
                let parts = text.split(separator: "=")
                guard parts.count == 2, let cell = Int(parts[0]) else { return nil }
                return (cell, String(parts[1]))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Goes on to another cell, or to none.
    mutating func enter(_ cell: Int?) {
        self.cell = cell
        uses = [:]
    }

    /// Where the value of the next use of `name` is kept; nil outside a cell.
    mutating func nextPlace(for name: String, of type: Any.Type) -> Place? {
        guard let cell, let key = keys[cell] else { return nil }
        uses[name, default: 0] += 1
        var digest = Digest()
        for part in [name, String(uses[name]!), String(reflecting: type)] {
            digest.combine("\(part.utf8.count) \(part)")
        }
        return Place(path: "\(folder)/\(key)-\(digest)")
    }

    /// A file that keeps one value: a digest, and JSON, whose shortest decimals give back every bit of a number. (A binary
    /// property list does not: it takes -0 for 0.)
    struct Place {
        let path: String

        /// Nil if there is none or it is damaged; it is computed again then.
        func value<Value: Decodable>(as type: Value.Type) -> Value? {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)), data.count > 16 else { return nil }
            let content = data.dropFirst(16)
            guard data.prefix(16) == Data(digest(of: content).description.utf8) else { return nil }
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            return try? decoder.decode([Value].self, from: content).first
        }

        /// Keeps a value, unless the program said something since it had said `said`, which is an error at the place.
        fileprivate func keep(_ value: some Encodable, name: String, line: Int, column: Int, said: [Int]) {
            guard CellRuntime.said == said else {
                return CellRuntime.send(
                    .saidWhileRemembering(line: line, column: start(of: "remember", at: column), name: name))
            }
            keep(value)
        }

        /// Keeps a value. One that can not be kept is computed each time, which is slower and as right.
        func keep(_ value: some Encodable) {
            let encoder = JSONEncoder()
            encoder.nonConformingFloatEncodingStrategy = .convertToString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            guard let content = try? encoder.encode([value]) else { return }
            try? (Data(digest(of: content).description.utf8) + content).write(
                to: URL(fileURLWithPath: path), options: .atomic)
        }

        private func digest(of content: Data) -> Digest {
            var digest = Digest()
            content.withUnsafeBytes { digest.combine(bytes: $0) }
            return digest
        }
    }
}
