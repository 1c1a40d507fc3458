import Exhibits
import Foundation
import Scanning

/// What the cells of a book remember: on this machine, and in files that are kept with the book.
struct Memories {
    /// The results that are computed again although they are there.
    enum Distrust: Hashable, Sendable {
        case none
        /// All of them.
        case all
        /// Those of the files that are kept with the book that have these keys.
        case some(Set<String>)
    }

    private let chapters: URL
    private let name: String
    private let ground: RememberingCell.Ground
    private let distrust: Distrust
    /// Whether the files that are kept with the book stay as they are.
    private let isCheck: Bool
    /// The results of this machine and this compiler.
    private let store: URL

    /// - Parameters:
    ///   - cache: where results are kept on this machine.
    ///   - isCheck: whether the files that are kept with the book stay as they are.
    init(of book: Book, compiler: Compiler, cache: URL, distrust: Distrust, isCheck: Bool) {
        chapters = book.folder
        name = book.name
        self.distrust = distrust
        self.isCheck = isCheck
        store = cache.appendingPathComponent("remembered/\(Fingerprint.of([compiler.toolchain.version]))")
        ground = RememberingCell.Ground(
            modules: book.modules, library: compiler.library.parts, data: book.data.fingerprint)
    }

    /// The cells of a chapter that remember something.
    func cells(of chapter: Chapter) -> [RememberingCell] { RememberingCell.all(in: chapter, on: ground) }

    /// The file with what is kept of a chapter with the book.
    func file(of chapter: Chapter) -> KeptFile { KeptFile(of: chapter.stem, in: chapters) }

    /// The keys of the results that are kept of a chapter with the book and hold.
    func currentKeys(of chapter: Chapter) -> [String] {
        let cells = cells(of: chapter).filter(\.isKept)
        return file(of: chapter).results.lines.filter { line in
            line.isWhole && cells.contains { line.key.hasPrefix($0.key) }
        }.map(\.key)
    }

    /// What a chapter's program may remember when it runs now.
    func recall(for chapter: Chapter) throws -> Recall {
        let cells = cells(of: chapter)
        try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
        if distrust == .all {
            for file in try FileManager.default.contentsOfDirectory(atPath: store.path)
            where cells.contains(where: { file.hasPrefix($0.key) }) {
                try FileManager.default.removeItem(at: store.appendingPathComponent(file))
            }
        }
        var kept: KeptFile? = cells.contains(where: \.isKept) && distrust != .all ? file(of: chapter) : nil
        if let file = kept, case .some(let keys) = distrust {
            let trusted = KeptResults(lines: file.results.lines.filter { !keys.contains($0.key) })
            kept = KeptFile(of: chapter.stem, in: store.deletingLastPathComponent())
            try kept?.write(trusted)
        }
        return try Recall(cells: cells, store: store, kept: kept)
    }

    /// Puts what a chapter's cells remembered into its file.
    ///
    /// - Returns: whether all of it is there.
    /// - Throws: ``Diagnostics`` if the file has something else that the same code computed elsewhere.
    @discardableResult
    func keep(_ transcript: Transcript, of chapter: Chapter) throws -> Bool {
        guard chapter.cells.contains(where: \.options.isKept) else { return true }
        let file = file(of: chapter)
        let results = RememberedResults(of: transcript, cells: cells(of: chapter), in: store, old: file.results)
        let differing = results.differing.map { cell, result in
            let place = chapter.position(of: .cell(cell))
            return chapter.diagnostic(place, .keptDiffers(result, file: "\(name)/\(file.path)"))
        }
        guard differing.isEmpty else { throw Diagnostics(differing) }
        if isCheck { return true }
        if results.isComplete { try file.write(KeptResults(lines: results.lines)) }
        return results.isComplete
    }
}
