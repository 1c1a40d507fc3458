import Markdown
import MathML
import Scanning

extension ChapterReader {
    /// A block of code: a formula, a cell, or code that is only shown.
    mutating func code(info: String, text: String, isFenced: Bool, at position: SourcePosition) -> Block.Kind {
        let words = info.split(separator: " ").map(String.init)
        switch words.first {
        case "math": return equation(text, at: position)
        case "swift", "{swift}": return cell(words: Array(words.dropFirst()), text: text, fence: position)
        default:
            if isFenced { warn { $0.findFence(info, at: position) } }
            return .code(info: info, text: text, isFenced: isFenced)
        }
    }

    /// A formula in a line of its own, numbered if it has a label.
    private mutating func equation(_ tex: String, at fence: SourcePosition) -> Block.Kind {
        do {
            let formula = try Formula(parsing: tex)
            formulas[tex] = formula
            guard let label = formula.label else { return .equation(tex, anchor: nil, number: nil) }
            guard LabelledThing.Kind(of: label) == .equation else {
                report(SourcePosition(line: fence.line, column: 1), .unknownLabelKind(label))
                return .equation(tex, anchor: nil, number: nil)
            }
            let number = numbering.next(.equation)
            register(label, .equation, number: number, anchor: label, at: fence)
            return .equation(tex, anchor: label, number: number)
        } catch {
            let line = fence.line + error.line
            let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
            let indentation = source.indentation(of: lines[error.line - 1], line: line)
            report(
                source.position(line: line, bytes: indentation, scalars: error.column - 1),
                .formula(reason: "\(error.reason)"))
            return .code(info: "math", text: tex, isFenced: true)
        }
    }

    private mutating func cell(words: [String], text: String, fence: SourcePosition) -> Block.Kind {
        var kind = Cell.Kind.run
        if let word = words.first {
            let known = Cell.Kind.allCases.map(\.rawValue).filter { !$0.isEmpty }
            if let named = Cell.Kind(rawValue: word), !word.isEmpty {
                kind = named
            } else {
                report(self.position(of: word, inFenceAt: fence), .unknownCellKind(word, known: known))
            }
            if words.count > 1 {
                report(self.position(of: words[1], inFenceAt: fence), .secondCellKind(words[1], first: word))
            }
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let firstLine = fence.line + 1
        let indentation = source.indentation(of: lines.first ?? "", line: firstLine)
        let (raw, optionLines, malformed) = RawOption.split(lines, firstLine: firstLine, indentation: indentation)
        for position in malformed { report(position, .malformedOption) }
        // Hardly any code has a bar; to look at each line takes longer.
        if text.contains(byte: UInt8(ascii: "|")) {
            warn {
                $0.findOptions(
                    in: lines.dropFirst(optionLines), firstLine: firstLine + optionLines, indentation: indentation)
            }
        }
        let options = CellOptions(raw) { report($0, $1) }
        for option in raw where ["fig-alt", "code-summary"].contains(option.key) && option.value.contains("`{swift}") {
            let problem = Problem.strayExpression(option.value, place: "'\(option.key)'")
            report(option.lines[0], problem, severity: .warning)
        }
        var cell = Cell(
            index: cells.count, kind: kind, options: options,
            code: lines.dropFirst(optionLines).joined(separator: "\n"), firstLine: firstLine + optionLines,
            fenceLine: fence.line, indentation: indentation)
        if options.isKept, !cell.remembers, let option = raw.first(where: { $0.key == "keep" }) {
            report(option.keyPosition, .keepsNothing)
        }
        reportCaptions(of: cell)
        cells.append(cell)
        code.append(.cell(cell.index))
        // The caption's expressions run after the cell: they may use what it computes.
        cell.caption = caption(options.caption)
        cell.number = number(of: cell)
        cells[cell.index] = cell
        return .placeholder(cell.index)
    }

    /// Where a word stands behind the start of a fence.
    private func position(of word: String, inFenceAt fence: SourcePosition) -> SourcePosition {
        let space = source.position(of: " " + word, from: fence).position
        return space.map { SourcePosition(line: $0.line, column: $0.column + 1) } ?? fence
    }

    /// The number of what the cell shows, if it has a label.
    private mutating func number(of cell: Cell) -> String? {
        guard let label = cell.options.label else { return nil }
        guard let kind = LabelledThing.Kind(of: label.name), kind == .figure || kind == .table || kind == .listing
        else {
            report(label.position, .unknownLabelKind(label.name))
            return nil
        }
        if kind != .listing, cell.kind != .run || !cell.options.eval {
            report(label.position, .labelledExhibits(label: label.name, count: 0))
        }
        let number = numbering.next(kind)
        register(label.name, kind, number: number, anchor: label.name, at: label.position)
        return number
    }

    /// Reports what is said of a figure or a table on a cell that can have none.
    private mutating func reportCaptions(of cell: Cell) {
        let isListing = cell.options.label.map { LabelledThing.Kind(of: $0.name) == .listing } ?? false
        if let caption = cell.options.caption, caption.key == "lst-cap" ? !isListing : !cell.showsExhibits && !isListing
        {
            report(caption.lines[0], .captionedExhibits(key: caption.key, count: 0))
        }
        if let position = cell.options.alternativePosition, !cell.showsExhibits {
            report(position, .captionedExhibits(key: "fig-alt", count: 0))
        }
    }

    private mutating func caption(_ caption: CellOptions.Caption?) -> [Inline] {
        guard let caption else { return [] }
        do {
            let document = try Document(parsing: caption.markdown, as: .book)
            var result: [Inline] = []
            for block in document.blocks {
                guard case .paragraph(let inlines) = block.kind, result.isEmpty else {
                    report(caption.lines[0], .captionWithBlocks)
                    break
                }
                result += inlines
            }
            return readWhole(result.map { $0.moved(to: caption.lines) })
        } catch {
            report(caption.lines[0], .nestedTooDeeply)
            return []
        }
    }
}

extension Inline {
    /// The piece of a caption at its place in the chapter, given where each of the caption's lines starts there.
    fileprivate func moved(to lines: [SourcePosition]) -> Inline {
        func moved(_ place: SourcePosition) -> SourcePosition {
            let start = lines[min(max(place.line, 1), lines.count) - 1]
            return SourcePosition(line: start.line, column: start.column + place.column - 1)
        }
        let range = SourceRange(start: moved(range.start), end: moved(range.end))
        return Inline(kind.mapChildren { $0.map { $0.moved(to: lines) } }, at: range)
    }
}
