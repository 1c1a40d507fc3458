import Markdown
import MathML
import Scanning

extension ChapterReader {
    /// A paragraph or another whole: what it says, then its notes.
    mutating func readWhole(_ inlines: [Inline]) -> [Inline] {
        let result = read(inlines)
        return result + takeWaitingNotes()
    }

    /// The notes that were used since the last whole.
    mutating func takeWaitingNotes() -> [Inline] {
        defer { waitingNotes = [] }
        return waitingNotes
    }

    /// Sets formulas and notes and takes the inline expressions out.
    mutating func read(_ inlines: [Inline]) -> [Inline] {
        var inlines = inlines
        var result: [Inline] = []
        for index in inlines.indices {
            let inline = inlines[index]
            switch inline.kind {
            case .code(let code):
                if isFormula(inlines, at: index) {
                    removeDollars(from: &inlines, around: index, result: &result)
                    let formula = Inline(formula(code, at: inline.range.start), at: inline.range)
                    let mark = removePunctuation(from: &inlines[index + 1])
                    result.append(mark.isEmpty ? formula : Self.unbroken(formula, mark))
                } else if code == "{swift}" || code.hasPrefix("{swift} ") {
                    result.append(expression(code, at: inline.range))
                } else {
                    warn { $0.findExpression(code, at: inline.range.start) }
                    result.append(inline)
                }
            case .text(let text):
                result += self.text(text, at: inline.range)
            case .emphasis, .strong, .link, .image, .wrapped:
                warn { [inlines] in $0.findAttributes(behind: inlines[index...]) }
                let kind = inline.kind.mapChildren { read($0) }
                result.append(Inline(kind, at: inline.range))
            case .html(let html):
                let kind = Tag.kind(
                    of: html, after: index > 0 ? inlines[index - 1] : nil, before: inlines[(index + 1)...])
                if case .html = kind { htmlAnchors += HTMLAttributes.anchors(in: html) }
                result.append(Inline(kind, at: inline.range))
            case .softBreak, .lineBreak, .formula, .marked, .placeholder:
                result.append(inline)
            }
        }
        return result
    }

    /// `` $`x`$ ``: code with a dollar sign on both sides.
    private func isFormula(_ inlines: [Inline], at index: Int) -> Bool {
        guard index > 0, index + 1 < inlines.count,
            case .text(let before) = inlines[index - 1].kind, case .text(let after) = inlines[index + 1].kind
        else { return false }
        return before.hasSuffix("$") && after.hasPrefix("$")
    }

    private func removeDollars(from inlines: inout [Inline], around index: Int, result: inout [Inline]) {
        if case .text(let before)? = result.last?.kind {
            result[result.count - 1].kind = .text(String(before.dropLast()))
        }
        if case .text(let after) = inlines[index + 1].kind {
            inlines[index + 1].kind = .text(String(after.dropFirst()))
            inlines[index + 1].range.start.column += 1
        }
    }

    /// Takes the punctuation off the start of a text.
    private func removePunctuation(from inline: inout Inline) -> String {
        guard case .text(let text) = inline.kind else { return "" }
        let mark = String(text.prefix { ".,;:!?)]’”…".contains($0) })
        inline.kind = .text(String(text.dropFirst(mark.count)))
        inline.range.start.column += mark.utf8.count
        return mark
    }

    /// A formula and the punctuation after it on one line: a browser would break between them.
    private static func unbroken(_ formula: Inline, _ mark: String) -> Inline {
        let children = [formula, Inline(.text(mark), at: formula.range)]
        return Inline(.marked(.unbroken, children), at: formula.range)
    }

    private mutating func expression(_ code: String, at range: SourceRange) -> Inline {
        let line = range.start.line
        let occurrence = inlines.count { $0.position.line == line }
        let marker = source.position(after: "{swift}", occurrence: occurrence, line: line) ?? range.start
        let swift = code.dropFirst("{swift}".count)
        let expression = swift.drop { $0 == " " }
        let position = SourcePosition(line: line, column: marker.column + swift.count - expression.count)
        if expression.isEmpty { report(position, .emptyExpression) }
        let inline = InlineExpression(
            index: inlines.count, code: source.unfolded(String(expression), at: position), position: position)
        inlines.append(inline)
        self.code.append(.inline(inline.index))
        return Inline(.placeholder(inline.index), at: range)
    }

    // Made once: that takes longer than to read a paragraph. Nothing in it changes when it is used.
    private nonisolated(unsafe) static let noteMark = #/\[\^([^\]\s]+)\]/#

    /// Text, with its notes set; bare formulas and attributes in it are reported.
    private mutating func text(_ text: String, at range: SourceRange) -> [Inline] {
        // Most text has neither. One dollar sign alone is that of a formula beside the text.
        if text.utf8.count(where: { $0 == UInt8(ascii: "$") }) > 1,
            let bare = text.firstMatch(of: #/\$\$[^$]+\$\$|\$[^\s$](?:[^$]*[^\s$])?\$(?![0-9])/#)
        {
            report(range.start, .bareDollarFormula(String(bare.output)), severity: .warning)
        }
        warn {
            $0.findAttributes(in: text, at: range.start)
            $0.findMarkup(in: text, at: range)
        }
        var result: [Inline] = []
        var rest = withFlags(text, at: range)[...]
        if rest.utf8.contains(UInt8(ascii: "%")) { rest = rest.replacing(" %", with: "\u{a0}%")[...] }
        while rest.utf8.contains(UInt8(ascii: "^")), let match = rest.firstMatch(of: Self.noteMark) {
            result.append(Inline(.text(String(rest[..<match.range.lowerBound])), at: range))
            result += note(String(match.output.1), at: range)
            rest = rest[match.range.upperBound...]
        }
        result.append(Inline(.text(String(rest)), at: range))
        return result
    }

    /// Text in which `--port` is what it was: libcmark makes a dash of it, as between words.
    private func withFlags(_ text: String, at range: SourceRange) -> String {
        guard text.contains("–") else { return text }
        return text.replacing(#/(^|[\s(\[“‘])–(\p{Ll}+)/#) { match in
            let isFlag = source[range.start.line].contains("--\(match.output.2)")
            return "\(match.output.1)\(isFlag ? "--" : "–")\(match.output.2)"
        }
    }

    /// A note's mark; the note itself waits for the end of the paragraph, so that it never stands inside a sentence where
    /// there is no margin for it.
    private mutating func note(_ name: String, at range: SourceRange) -> [Inline] {
        guard let (note, isFirst) = notes.use(name), let number = note.number else {
            report(range.start, .undefinedNote(name))
            return []
        }
        if isFirst { waitingNotes.append(Inline(.marked(.note(number), read(note.inlines)), at: range)) }
        return [Inline(.marked(.noteReference(number), []), at: range)]
    }

    /// A formula in a line of text.
    mutating func formula(_ tex: String, at start: SourcePosition) -> Inline.Kind {
        do {
            formulas[tex] = try Formula(parsing: tex)
            return .formula(tex)
        } catch {
            let place = source.position(after: "$`", before: tex, line: start.line) ?? start
            let position = source.position(line: place.line, bytes: place.column - 1, scalars: error.column - 1)
            report(position, .formula(reason: "\(error.reason)"))
            return .code(tex)
        }
    }

    /// Reads the title of a chapter, which other pages show too, so that nothing is computed in it: formulas are set, links are only text; warns of expressions and notes, which stay as they are written.
    mutating func title(_ inlines: [Inline]) -> [Inline] {
        for inline in inlines {
            switch inline.kind {
            case .code(let code) where code.hasPrefix("{swift}"):
                report(inline.range.start, .strayExpression("`\(code)`", place: "the title"), severity: .warning)
            case .text(let text):
                guard let note = text.firstMatch(of: #/\[\^[^\]\s]+\]/#) else { continue }
                let instead = "a title, which other pages show too, has no notes"
                let place = source.position(of: String(note.output), from: inline.range.start).position
                report(
                    place ?? inline.range.start, .strayMarkup(String(note.output), instead: instead), severity: .warning
                )
            default: break
            }
        }
        return HeadingText.plain(formulas(in: inlines))
    }

    /// The pieces with their formulas set, and nothing else done.
    private mutating func formulas(in inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        var closesFormula = false
        for (index, inline) in inlines.enumerated() {
            switch inline.kind {
            case .text(let text):
                result.append(Inline(.text(String(text.dropFirst(closesFormula ? 1 : 0))), at: inline.range))
                closesFormula = false
            case .code(let tex):
                guard case .text(let before)? = result.last?.kind, before.hasSuffix("$"), index + 1 < inlines.count,
                    case .text(let after) = inlines[index + 1].kind, after.hasPrefix("$")
                else {
                    result.append(inline)
                    continue
                }
                result[result.count - 1].kind = .text(String(before.dropLast()))
                result.append(Inline(formula(tex, at: inline.range.start), at: inline.range))
                closesFormula = true
            case .html(let html):
                result.append(
                    Inline(Tag.kind(of: html, after: result.last, before: inlines[(index + 1)...]), at: inline.range))
            default:
                result.append(Inline(inline.kind.mapChildren { formulas(in: $0) }, at: inline.range))
            }
        }
        return result
    }
}
