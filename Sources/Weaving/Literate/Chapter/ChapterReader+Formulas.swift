import Markdown
import MathML

extension ChapterReader {
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

    /// A formula in a line of its own, numbered if it has a label.
    mutating func equation(_ tex: String, at fence: SourcePosition) -> Block.Kind {
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
