import Exhibits
import Foundation

/// What a chapter's cells remembered in one run, as its file should have it.
struct RememberedResults {
    /// The results, as far as they are there.
    private(set) var lines: [KeptResults.Line] = []
    /// Whether all are there.
    private(set) var isComplete = true
    /// The results that differ from what the file has under the same key, with their cells.
    private(set) var differing: [(cell: Int, name: String)] = []

    /// Collects the results of the cells that are kept with the book.
    ///
    /// - Parameters:
    ///   - store: where results are kept on this machine.
    ///   - old: what the file has.
    init(of transcript: Transcript, cells: [RememberingCell], in store: URL, old: KeptResults) {
        let known = Dictionary(old.lines.map { ($0.key, $0) }) { first, _ in first }
        for cell in cells where cell.isKept {
            for (name, key) in transcript.cells[cell.index]?.remembered.flatMap({ use in
                use.keys.map { (use.name, $0) }
            }) ?? [] {
                let computed = (try? Data(contentsOf: store.appendingPathComponent(key))).map {
                    KeptResults.Line(key: key, name: name, entry: $0)
                }
                let kept = known[key].flatMap { $0.isWhole ? $0 : nil }
                if let computed, computed.isWhole, let kept, kept.entry != computed.entry {
                    differing.append((cell.index, name))
                }
                guard let line = kept ?? computed, line.isWhole else {
                    isComplete = false
                    continue
                }
                lines.append(line)
            }
        }
    }
}
