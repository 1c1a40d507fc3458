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
}
