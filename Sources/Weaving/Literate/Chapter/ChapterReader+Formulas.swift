import Markdown
import MathML

extension ChapterReader {
    /// A formula in a line of text.
    mutating func formula(_ tex: String, at start: SourcePosition) -> Inline.Kind {
        do {
            return .html(try Formula(parsing: tex).mathML(display: .inline))
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
            let mathML = HTML(raw: formula.mathML(display: .block))
            guard let label = formula.label else { return .html(Self.box(mathML, anchor: "", number: "").text) }
            guard LabelledThing.Kind(of: label) == .equation else {
                report(SourcePosition(line: fence.line, column: 1), .unknownLabelKind(label))
                return .html(Self.box(mathML, anchor: "", number: "").text)
            }
            let number = numbering.next(.equation)
            register(label, .equation, number: number, anchor: label, at: fence)
            let link: HTML = "<a class=\"number\" href=\"#\(label)\" aria-label=\"Equation \(number)\">(\(number))</a>"
            return .html(Self.box(mathML, anchor: " id=\"\(label)\"", number: link).text)
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

    private static func box(_ mathML: HTML, anchor: HTML, number: HTML) -> HTML {
        "<div class=\"equation\"\(anchor) tabindex=\"0\" role=\"group\" aria-label=\"Formula\">\(mathML)\(number)</div>\n"
    }
}
