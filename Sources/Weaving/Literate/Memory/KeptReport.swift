import Exhibits
import Foundation

/// What is kept with a book, and what is not as it should be.
public struct KeptReport: Hashable, Sendable {
    /// One file of results.
    public struct File: Hashable, Sendable {
        /// The file.
        public var path: String
        /// How many bytes it has.
        public var size = 0
        /// How many of its results the next weave will use.
        public var current = 0
        /// The names of results whose code has changed since: they will be computed again.
        public var stale: [String] = []
        /// The names of results that are not as they were written: they will be computed again.
        public var damaged: [String] = []
        /// Whether no chapter keeps anything in it.
        public var isUnused = false
    }

    /// A cell of which nothing is kept that holds.
    public struct MissingCell: Hashable, Sendable {
        /// The chapter.
        public var path: String
        /// The line of the cell.
        public var line: Int
    }

    /// The files, in their order.
    public var files: [File] = []
    /// The cells whose results are missing.
    public var missing: [MissingCell] = []
}

extension KeptReport {
    /// Compares what is kept with the book with what its cells would ask for: found from the code alone, without running
    /// anything.
    init(of book: Book, remembering memory: Memories) {
        var unused = Set(FolderFiles.all(in: book.folder, where: KeptFile.isKept).map(\.path))
        for chapter in book.chapters {
            let cells = memory.cells(of: chapter).filter(\.isKept)
            let file = memory.file(of: chapter)
            guard !cells.isEmpty else { continue }
            unused.remove(file.path)
            let lines = file.results.lines
            func isCurrent(_ key: String) -> Bool { cells.contains { key.hasPrefix($0.key) } }
            if file.exists {
                files.append(
                    File(
                        path: "\(book.name)/\(file.path)", size: file.size,
                        current: lines.count { isCurrent($0.key) && $0.isWhole },
                        stale: lines.filter { !isCurrent($0.key) && $0.isWhole }.map(\.name),
                        damaged: lines.filter { !$0.isWhole }.map(\.name)))
            }
            missing += cells.filter { cell in !lines.contains { $0.key.hasPrefix(cell.key) && $0.isWhole } }
                .map { MissingCell(path: chapter.path, line: chapter.cells[$0.index].firstLine) }
        }
        files += unused.sorted().map { path in
            File(path: "\(book.name)/\(path)", size: KeptFile(at: path, in: book.folder).size, isUnused: true)
        }
    }
}
