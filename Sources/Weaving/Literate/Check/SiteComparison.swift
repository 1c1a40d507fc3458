import Foundation
import Markdown

/// Compares a site on disk with what a run from nothing gives.
struct SiteComparison {
    let book: Book
    let old: SiteFolder
    let new: Site

    /// Everything that differs, in the order of the book; volatile cells and what is made of them are left out.
    func differences() throws(Diagnostics) -> [Difference] {
        let skeletons = PageSkeleton.skeletons(of: book)
        var rest = Set(new.files.keys).subtracting([SearchIndex.fileName, Paper.page])
        var result: [Difference] = []
        var isVolatile = false
        for chapter in book.chapters {
            let volatile = VolatileCode(of: chapter)
            isVolatile = isVolatile || !volatile.cells.isEmpty
            // Those of tables with pipes are made of the page, by no cell: they stand by themselves.
            let written = WrittenTable.files(of: WovenChapter(weaving: chapter, with: Transcript())).keys
            let data = rest.filter { $0.hasPrefix("data/\(chapter.stem)/") && !written.contains($0) }.sorted()
            rest.subtract(data)
            rest.remove(chapter.page)
            let exhibits = data.flatMap { path in differences(inExhibit: path, of: chapter, volatile: volatile) }
            result += exhibits.map(\.difference)
            result += differences(
                inPageOf: chapter, with: skeletons[chapter.page]!, volatile: volatile,
                explained: Set(exhibits.map(\.cell)))
        }
        result += rest.sorted().flatMap(differences(inFile:))
        let surplus = old.ownFiles().subtracting(new.files.keys).subtracting([SiteFolder.manifest])
        result += surplus.sorted().map { Difference(path: $0, kind: .surplus($0)) }
        // The index of the search and the page for printing are made of the pages: they say something new only if those are as
        // they were.
        guard result.isEmpty, !isVolatile else { return result }
        return [SearchIndex.fileName, Paper.page].filter { new.files[$0] != nil }.flatMap(differences(inFile:))
    }

    private func differences(inFile path: String) -> [Difference] {
        guard let text = old.text(of: path) else { return [Difference(path: path, kind: .missing(path))] }
        let now = String(decoding: new.files[path]!, as: UTF8.self)
        guard let (line, old, new) = Self.firstDifference(text, now) else { return [] }
        return [Difference(path: path, kind: .file(path, line: line, old: old, new: new))]
    }

    private func differences(
        inPageOf chapter: Chapter, with skeleton: PageSkeleton, volatile: VolatileCode, explained: Set<Int>
    ) -> [Difference] {
        let page = String(decoding: new.files[chapter.page]!, as: UTF8.self)
        guard let oldPage = old.text(of: chapter.page) else {
            return [Difference(path: chapter.path, kind: .missing(chapter.page))]
        }
        if page == oldPage { return [] }
        // Each result of the new page stands where the skeleton says.
        let changes = PageComparison(from: oldPage, to: page, results: skeleton.results(in: page[...])!).changes()
        let found = changes.compactMap { difference($0, in: chapter, volatile: volatile, explained: explained) }
        // The fingerprint differs where a result does; by itself it is one that somebody wrote.
        guard found.isEmpty, explained.isEmpty, volatile.cells.isEmpty,
            case .result(_, _, let old, let new)? = changes.first
        else { return found }
        return [Difference(path: chapter.path, kind: .fingerprint(chapter.page, old: old, new: new))]
    }

    /// The difference that a change of a page is; nil if something else explains it.
    private func difference(
        _ change: PageComparison.Change, in chapter: Chapter, volatile: VolatileCode, explained: Set<Int>
    ) -> Difference? {
        switch change {
        case .text(let line, let old, let new):
            let kind = Difference.Kind.file(chapter.page, line: line, old: old, new: new)
            return Difference(path: chapter.path, kind: kind)
        case .result(.inline(let index), _, let old, let new):
            if volatile.inlines.contains(index) { return nil }
            let inline = chapter.inlines[index]
            let kind = Difference.Kind.number(expression: inline.code, old: old, new: new)
            return Difference(path: chapter.path, position: inline.position, kind: kind)
        case .result(.cell(let index), let isExhibit, let old, let new):
            if volatile.cells.contains(index) || isExhibit && explained.contains(index) { return nil }
            let position = chapter.position(of: .cell(index))
            return Difference(path: chapter.path, position: position, kind: .output(old: old, new: new))
        case .result(.fingerprint, _, _, _): return nil
        }
    }

    private func differences(
        inExhibit path: String, of chapter: Chapter, volatile: VolatileCode
    ) -> [(cell: Int, difference: Difference)] {
        let name = path.split(separator: "/").last!.prefix { $0 != "." }
        let cell = chapter.cells.first {
            $0.options.label.map { $0.name == name } ?? false || name.hasPrefix("cell-\($0.index + 1)-exhibit-")
        }
        guard let cell, !volatile.cells.contains(cell.index) else { return [] }
        let position = chapter.position(of: .cell(cell.index))
        func difference(_ kind: Difference.Kind) -> (Int, Difference) {
            (cell.index, Difference(path: chapter.path, position: position, kind: kind))
        }
        guard let text = old.text(of: path) else { return [difference(.missing(path))] }
        let newText = String(decoding: new.files[path]!, as: UTF8.self)
        guard text != newText else { return [] }
        if path.hasSuffix(".csv") { return rows(of: path, from: text, to: newText).map(difference) }
        let csv = String(path.dropLast("svg".count)) + "csv"
        // A drawing of other data is another: the data says it.
        if self.old.text(of: csv) != self.new.files[csv].map({ String(decoding: $0, as: UTF8.self) }) { return [] }
        return [difference(.drawing(file: path))]
    }

    /// The rows of data that differ, each as its own row of the old version; many of them by their number.
    private func rows(of path: String, from old: String, to new: String) -> [Difference.Kind] {
        let before = old.split(separator: "\n"), now = new.split(separator: "\n")
        var kinds: [Difference.Kind] = []
        for gap in Alignment(of: before, with: now).gaps {
            for offset in 0..<max(gap.old.count, gap.new.count) {
                let line = gap.old.lowerBound + offset
                let row = line < gap.old.upperBound ? before[line] : ""
                let place = gap.new.lowerBound + offset
                let (old, new) = DifferingWords.of(row, place < gap.new.upperBound ? now[place] : "")
                kinds.append(.data(file: path, row: line, old: old, new: new))
            }
        }
        guard kinds.count > Self.mostRows else { return kinds }
        return kinds.prefix(Self.mostRows) + [.moreRows(file: path, count: kinds.count - Self.mostRows)]
    }

    /// The most rows of a file that are named one by one.
    private static let mostRows = 20

    /// The first line that differs.
    private static func firstDifference(_ old: String, _ new: String) -> (line: Int, old: String, new: String)? {
        let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        for line in 0..<max(oldLines.count, newLines.count) {
            let before = line < oldLines.count ? oldLines[line] : "", now = line < newLines.count ? newLines[line] : ""
            if before == now { continue }
            let (old, new) = DifferingWords.of(before, now)
            return (line + 1, old, new)
        }
        return nil
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
