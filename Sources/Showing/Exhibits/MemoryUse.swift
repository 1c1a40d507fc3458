import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the cells of a chapter remember from earlier runs.
struct Memory {
    private let folder: String
    /// What is kept with the book.
    private let kept: KeptResults
    /// For each cell that remembers, what names everything before and in it.
    private let keys: [Int: String]
    private var cell: Int?
    private var uses: [String: Int] = [:]

    /// - Parameters:
    ///   - folder: where results are kept on this machine.
    ///   - kept: the file with results that are kept with the book; an empty path if there is none.
    ///   - keys: `cell=key` for each cell that remembers.
    init(folder: String, kept: String, keys: some Sequence<String>) {
        self.folder = folder
        self.kept = KeptResults(reading: URL(fileURLWithPath: kept))
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

    /// The next use of `name`; nil outside a cell.
    mutating func use(of name: String, line: Int, column: Int) -> MemoryUse? {
        guard let cell, let key = keys[cell] else { return nil }
        uses[name, default: 0] += 1
        return MemoryUse(
            name: name, number: uses[name]!, cell: key, folder: folder, kept: kept, line: line,
            column: start(of: "remember", at: column), said: CellRuntime.said)
    }
}

/// One call of `remember`.
struct MemoryUse {
    let name: String
    /// How many calls with this name there were in the cell.
    let number: Int
    /// What names everything before and in the cell.
    let cell: String
    let folder: String
    let kept: KeptResults
    let line: Int
    let column: Int
    /// How much the program had said before.
    let said: [Int]

    /// Where a result is kept.
    func result(of type: Any.Type) -> ResultFile { result(of: type, named: "") }

    /// Where the result for `element` is kept.
    func result(of type: Any.Type, for element: some Encodable) -> ResultFile {
        // One that can not be encoded has no name: its result is then computed each time.
        let name = (try? ResultFile.encoder.encode([element])).map { String(decoding: $0, as: UTF8.self) }
        return result(of: type, named: name)
    }

    private func result(of type: Any.Type, named element: String?) -> ResultFile {
        guard let element else { return ResultFile(key: "", path: "", kept: nil) }
        var digest = Digest()
        for part in [name, String(number), String(reflecting: type), element] {
            digest.combine("\(part.utf8.count) \(part)")
        }
        let key = "\(cell)-\(digest)"
        return ResultFile(key: key, path: "\(folder)/\(key)", kept: kept.content(of: key))
    }

    /// Tells weave which results were used; that one of them could not be, is an error at the call.
    ///
    /// - Parameter outcomes: what became of those that were computed now.
    func end(_ keys: [String], keeping outcomes: [ResultFile.Outcome] = []) {
        let (hasSaid, differs) = (CellRuntime.said != said, outcomes.contains(.differs))
        if hasSaid { CellRuntime.send(.saidWhileRemembering(line: line, column: column, name: name)) }
        if differs { CellRuntime.send(.rememberedDiffers(line: line, column: column, name: name)) }
        if hasSaid || differs {
            // The next time they would be taken for right.
            for key in keys { ResultFile(key: key, path: "\(folder)/\(key)", kept: nil).remove() }
        }
        CellRuntime.send(.remembered(name: name, keys: keys))
    }
}
