/// What differs between two versions of a page, whether a run or an author changed it.
struct PageComparison {
    /// One thing that differs.
    enum Change: Hashable {
        /// What the code of the chapter gives; whether it is in a figure or a table of a cell.
        case result(PageSkeleton.Result, isExhibit: Bool = false, old: String, new: String)
        /// A line in something that no code gives; lines are counted in the old version, from 1.
        case text(line: Int, old: String, new: String)
    }

    /// A result with its place in the new version.
    typealias Result = (result: PageSkeleton.Result, html: Substring)

    private let oldLines: [Substring]
    private let newLines: [Substring]
    private let results: [Result]

    /// - Parameter results: those of the new version, in their order.
    init(from old: String, to new: String, results: [Result]) {
        oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
        newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        self.results = results
    }

    /// Everything that differs, in its order; of a figure or a table of a cell the first line.
    func changes() -> [Change] {
        var result: [Change] = []
        var exhibits: Set<Int> = []
        for gap in Alignment(of: oldLines, with: newLines).gaps {
            for (old, new) in pairs(in: gap) {
                let before = old.map { oldLines[$0] } ?? "", now = new.map { newLines[$0] } ?? ""
                let line = new ?? gap.new.upperBound
                if let cell = cell(atLine: line, isThere: new != nil) {
                    let exhibit = exhibit(ofCell: cell, atLine: line)
                    if let exhibit, !exhibits.insert(exhibit).inserted { continue }
                    let (old, new) = DifferingWords.of(before, now)
                    result.append(.result(cell.result, isExhibit: exhibit != nil, old: old, new: new))
                } else {
                    result += changes(inLine: (old ?? gap.old.lowerBound) + 1, from: before, to: now)
                }
            }
        }
        return result
    }

    /// The lines of a gap that are versions of each other: those with the most words in common.
    private func pairs(in gap: Alignment.Gap) -> [(old: Int?, new: Int?)] {
        if gap.old.count == gap.new.count { return zip(gap.old, gap.new).map { ($0, $1) } }
        var rest = Array(gap.old)
        let words = Dictionary(uniqueKeysWithValues: gap.old.map { ($0, Set(Self.tokens(of: oldLines[$0]))) })
        var pairs: [(old: Int?, new: Int?)] = gap.new.map { new in
            let own = Set(parts(ofLine: newLines[new]).texts.flatMap(Self.tokens))
            func common(_ old: Int) -> Int { words[old]!.intersection(own).count }
            guard let best = rest.max(by: { common($0) < common($1) }), common(best) * 2 > own.count else {
                return (nil, new)
            }
            rest.removeAll { $0 == best }
            return (best, new)
        }
        pairs += rest.map { ($0, nil) }
        return pairs
    }

    /// The cell whose result a line of the new version belongs to, or would, had it not been taken out before that line.
    private func cell(atLine line: Int, isThere: Bool) -> Result? {
        guard line < newLines.count else { return nil }
        let start = newLines[line].startIndex
        return results.first { result, html in
            guard case .cell = result, html.startIndex <= start else { return false }
            return isThere ? start < html.endIndex : start <= html.endIndex
        }
    }

    /// Where in the new version the figure or the table of a cell starts that a line belongs to; nil for other lines.
    private func exhibit(ofCell cell: Result, atLine line: Int) -> Int? {
        var line = min(line, newLines.count - 1)
        while line >= 0, newLines[line].startIndex >= cell.html.startIndex {
            if newLines[line].hasPrefix("<figure class=\"plot\"") || newLines[line].hasPrefix("<figure class=\"table\"")
            {
                return line
            }
            line -= 1
            if line >= 0, newLines[line].hasPrefix("</figure>") { return nil }
        }
        return nil
    }

    /// The results in a line of the new version, and what stands before, between and behind them.
    private func parts(ofLine line: Substring) -> (results: [Result], texts: [Substring]) {
        let here = results.filter { line.startIndex <= $0.html.startIndex && $0.html.endIndex <= line.endIndex }
        let ends = here.map(\.html.startIndex) + [line.endIndex]
        return (here, zip([line.startIndex] + here.map(\.html.endIndex), ends).map { line[$0..<$1] })
    }

    /// What differs in a line outside the results of cells.
    private func changes(inLine number: Int, from old: Substring, to new: Substring) -> [Change] {
        let (here, texts) = parts(ofLine: new)
        if let before = PageSkeleton(results: here.map(\.result), texts: texts).results(in: old) {
            return zip(before, here).filter { $0.html != $1.html }.map {
                .result($0.result, old: String($0.html), new: String($1.html))
            }
        }
        var tokens = Self.tokens(of: texts[0]).map { (text: $0, result: PageSkeleton.Result?.none) }
        for ((result, html), text) in zip(here, texts.dropFirst()) {
            tokens.append((html, result))
            tokens += Self.tokens(of: text).map { ($0, nil) }
        }
        let oldTokens = Self.tokens(of: old)
        var changes: [Change] = []
        for gap in Alignment(of: oldTokens, with: tokens.map(\.text)).gaps where gap.new.count == 1 {
            let before = oldTokens[gap.old].joined(), now = tokens[gap.new.lowerBound]
            guard let result = now.result, before != now.text else { continue }
            changes.append(.result(result, old: before, new: String(now.text)))
        }
        let (before, now) = DifferingWords.of(old, new)
        return changes + [.text(line: number, old: before, new: now)]
    }

    /// Tags, words, numbers, and single characters between them.
    private static func tokens(of text: Substring) -> [Substring] {
        var result: [Substring] = []
        var rest = text
        while let first = rest.first {
            let end: Substring.Index
            if first == "<", let close = rest.firstIndex(of: ">") {
                end = rest.index(after: close)
            } else if isInWord(first) {
                let word = rest.prefix(while: isInWord)
                // The end of a sentence is no part of its last number.
                end = word.count > 1 && word.last == "." ? word.dropLast().endIndex : word.endIndex
            } else {
                end = rest.index(after: rest.startIndex)
            }
            result.append(rest[..<end])
            rest = rest[end...]
        }
        return result
    }

    private static func isInWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".−-%±_".contains(character)
    }
}
