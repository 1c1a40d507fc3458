import Scanning

/// A cell that remembers what it computed.
struct RememberingCell: Hashable, Sendable {
    /// Its index in the chapter.
    let index: Int
    /// Names all that its results depend on: the same on every machine, since it is made of sources, never of anything built.
    let key: String
    /// Whether its results are kept with the book.
    let isKept: Bool

    /// What the results of any cell depend on beside its code.
    struct Ground {
        /// Raised by hand whenever results change their form, or more of what they depend on is looked at.
        var format = 1
        /// Gives the modules that every cell of a chapter imports.
        var modules: @Sendable (Chapter) -> [String]
        /// Those that the library is made of.
        var library: LibraryModules
        /// Names the data beside the chapters.
        var data: String
    }

    /// The cells of a chapter that remember something.
    static func all(in chapter: Chapter, on ground: Ground) -> [RememberingCell] {
        let code = chapter.runningCode
        guard chapter.cells.contains(where: \.remembers) else { return [] }
        let imports = Program(tangling: chapter, modules: ground.modules(chapter)).imports(with: chapter)
        let common =
            [String(ground.format), ground.library.fingerprint(of: imports), ground.data] + Compiler.flags
            + imports.sorted()
        return code.enumerated().compactMap { place, item in
            guard case .cell(let index) = item, chapter.cells[index].remembers else { return nil }
            let own = Program.bareCode(of: code[...place], in: chapter)
            let later = code[(place + 1)...].map { Program.bareCode(of: [$0], in: chapter) }
            let parts = common + [own] + LaterDeclarations.reaching(own, from: later)
            return RememberingCell(
                index: index, key: Fingerprint.of(parts), isKept: chapter.cells[index].options.isKept)
        }
    }
}

extension Cell {
    /// Whether it runs and calls `remember`.
    var remembers: Bool { runs && code.contains("remember") }
}

extension Program {
    /// Pieces of code one after the other, without comments and layout; with their places if they ask for them.
    fileprivate static func bareCode(of items: ArraySlice<CodeItem>, in chapter: Chapter) -> String {
        items.map { item in
            switch item {
            case .cell(let index):
                let cell = chapter.cells[index]
                let code = asksForItsPlace(cell.code) ? piece(item, of: chapter) : BareSwift.code(of: cell.code)
                return "\u{0}cell \(cell.kind.rawValue)\(cell.options.error ? " error" : "")\n" + code
            case .inline(let index):
                let expression = chapter.inlines[index].code
                let code = asksForItsPlace(expression) ? piece(item, of: chapter) : BareSwift.code(of: expression)
                return "\u{0}inline\n" + code
            }
        }.joined()
    }
}
