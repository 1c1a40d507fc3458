import Foundation
import Markdown

/// Compares a site on disk with what a run from nothing gives.
struct SiteComparison {
    let book: Book
    let old: SiteFolder
    let new: Site

    /// Everything that differs, in the order of the book; volatile cells and what is made of them are left out.
    ///
    /// The index of the search is made of the pages and says nothing new.
    func differences() throws(Diagnostics) -> [Difference] {
        let skeletons = PageSkeleton.skeletons(of: book)
        var rest = Set(new.files.keys).subtracting([SearchIndex.fileName])
        var result: [Difference] = []
        for chapter in book.chapters {
            let volatile = VolatileCode(of: chapter)
            let data = rest.filter { $0.hasPrefix("data/\(chapter.stem)/") }.sorted()
            rest.subtract(data)
            rest.remove(chapter.page)
            let exhibits = data.compactMap { path in difference(inExhibit: path, of: chapter, volatile: volatile) }
            result += exhibits.map(\.difference)
            result += differences(
                inPageOf: chapter, with: skeletons[chapter.page]!, volatile: volatile,
                explained: Set(exhibits.map(\.cell)))
        }
        result += rest.sorted().compactMap { path in
            guard let text = old.text(of: path) else { return Difference(path: path, kind: .missing(path)) }
            return Self.firstDifference(text, String(decoding: new.files[path]!, as: UTF8.self)).map { line, old, new in
                Difference(path: path, kind: .file(path, line: line, old: old, new: new))
            }
        }
        let surplus = old.ownFiles().subtracting(new.files.keys).subtracting([SiteFolder.manifest])
        return result + surplus.sorted().map { Difference(path: $0, kind: .surplus($0)) }
    }

    private func differences(
        inPageOf chapter: Chapter, with skeleton: PageSkeleton, volatile: VolatileCode, explained: Set<Int>
    ) -> [Difference] {
        let page = String(decoding: new.files[chapter.page]!, as: UTF8.self)
        guard let oldPage = old.text(of: chapter.page) else {
            return [Difference(path: chapter.path, kind: .missing(chapter.page))]
        }
        if page == oldPage { return [] }
        guard let before = skeleton.results(in: oldPage), let now = skeleton.results(in: page) else {
            return Self.firstDifference(oldPage, page).map { line, old, new in
                [Difference(path: chapter.path, kind: .file(chapter.page, line: line, old: old, new: new))]
            } ?? []
        }
        return zip(before, now).compactMap { before, now in
            if before.html == now.html { return nil }
            switch now.result {
            // It differs only where something else does.
            case .fingerprint: return nil
            case .inline(let index):
                let inline = chapter.inlines[index]
                if volatile.inlines.contains(index) { return nil }
                let kind = Difference.Kind.number(
                    expression: inline.code, old: String(before.html), new: String(now.html))
                return Difference(path: chapter.path, position: inline.position, kind: kind)
            case .cell(let index):
                if volatile.cells.contains(index) || explained.contains(index) { return nil }
                let line = Self.firstDifference(String(before.html), String(now.html))
                let position = chapter.position(of: .cell(index))
                return line.map { _, old, new in
                    Difference(path: chapter.path, position: position, kind: .output(old: old, new: new))
                }
            }
        }
    }

    private func difference(
        inExhibit path: String, of chapter: Chapter, volatile: VolatileCode
    ) -> (cell: Int, difference: Difference)? {
        let name = path.split(separator: "/").last!.prefix { $0 != "." }
        let cell = chapter.cells.first {
            $0.options.label.map { $0.name == name } ?? false || name.hasPrefix("cell-\($0.index + 1)-exhibit-")
        }
        guard let cell, !volatile.cells.contains(cell.index) else { return nil }
        let position = chapter.position(of: .cell(cell.index))
        func difference(_ kind: Difference.Kind) -> (Int, Difference) {
            (cell.index, Difference(path: chapter.path, position: position, kind: kind))
        }
        guard let text = old.text(of: path) else { return difference(.missing(path)) }
        let newText = String(decoding: new.files[path]!, as: UTF8.self)
        guard let (line, old, new) = Self.firstDifference(text, newText) else { return nil }
        if path.hasSuffix(".csv") { return difference(.data(file: path, row: line - 1, old: old, new: new)) }
        let csv = String(path.dropLast("svg".count)) + "csv"
        // A drawing of other data is another: the data says it.
        if self.old.text(of: csv) != self.new.files[csv].map({ String(decoding: $0, as: UTF8.self) }) { return nil }
        return difference(.drawing(file: path))
    }

    /// The first line that differs, without its HTML tags.
    private static func firstDifference(_ old: String, _ new: String) -> (line: Int, old: String, new: String)? {
        let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        for line in 0..<max(oldLines.count, newLines.count) {
            let before = line < oldLines.count ? oldLines[line] : "", now = line < newLines.count ? newLines[line] : ""
            if before == now { continue }
            let (old, new) = (words(String(before)), words(String(now)))
            // The difference may be in a tag.
            return old == new ? (line + 1, String(before.prefix(200)), String(now.prefix(200))) : (line + 1, old, new)
        }
        return nil
    }

    private static func words(_ html: String) -> String {
        String(html.replacing(#/<[^>]*>/#, with: " ").split(separator: " ").joined(separator: " ").prefix(200))
    }
}

/// The cells whose results differ from run to run, and the expressions that name their variables.
struct VolatileCode {
    let cells: Set<Int>
    let inlines: Set<Int>

    init(of chapter: Chapter) {
        let volatile = chapter.cells.filter { $0.runs && $0.options.isVolatile }
        cells = Set(volatile.map(\.index))
        let names = Set(volatile.flatMap { EarlyUse.declaredNames(in: $0.code) })
        inlines = Set(chapter.inlines.filter { !EarlyUse.usedNames(in: $0.code).isDisjoint(with: names) }.map(\.index))
    }
}
