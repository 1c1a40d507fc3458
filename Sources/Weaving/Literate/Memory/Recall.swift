import Exhibits
import Foundation

/// What one run of a chapter's program may remember, and what it remembered in the end.
struct Recall: Sendable {
    private let cells: [RememberingCell]
    private let store: URL
    private let kept: KeptFile?
    /// What is there before the run.
    private let before: Set<String>

    init(cells: [RememberingCell], store: URL, kept: KeptFile?) throws {
        self.cells = cells
        self.store = store
        self.kept = kept
        let keys = kept?.results.lines.filter(\.isWhole).map(\.key) ?? []
        before = Set(try FileManager.default.contentsOfDirectory(atPath: store.path) + keys)
    }

    /// Whether there is anything that cells may remember.
    var isUsed: Bool { !cells.isEmpty }

    /// Whether each cell that remembers something has something to remember: then little is left to compute.
    var hasSomethingOfEachCell: Bool {
        cells.allSatisfy { cell in before.contains { $0.hasPrefix(cell.key) } }
    }

    /// What the program is told.
    var arguments: [String] { [store.path, kept?.location ?? ""] + cells.map { "\($0.index)=\($0.key)" } }

    /// Takes away what the run computed: nobody knows from which data.
    func forget() throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: store.path)
        where !before.contains(file) && cells.contains(where: { file.hasPrefix($0.key) }) {
            try FileManager.default.removeItem(at: store.appendingPathComponent(file))
        }
    }

    /// How many results were there before, and how many were computed.
    func count(for transcript: Transcript) -> RecallCount {
        let keys = transcript.cells.values.flatMap(\.remembered).flatMap(\.keys)
        let known = keys.count(where: before.contains)
        return RecallCount(known: known, computed: keys.count - known)
    }
}

/// How many results were remembered, and how many had to be computed.
public struct RecallCount: Hashable, Sendable {
    /// Those that were there.
    public var known = 0
    /// Those that were computed.
    public var computed = 0

    static func += (sum: inout Self, more: Self) {
        sum.known += more.known
        sum.computed += more.computed
    }
}
