import Markdown
import MathML

/// A heading where it stands in a list of headings.
enum HeadingText {
    /// The pieces without links, marks and notes, which have no place in a link.
    static func plain(_ inlines: [Inline]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            switch inline.kind {
            case .link(_, _, let children): plain(children)
            case .marked(.note, _), .marked(.noteReference, _), .image: []
            case .marked(_, let children): plain(children)
            default: [Inline(inline.kind.mapChildren { plain($0) }, at: inline.range)]
            }
        }
    }

    /// What is read of a title.
    static func text(of inlines: [Inline], formulas: [String: Formula]) -> String {
        inlines.map { inline in
            switch inline.kind {
            case .formula(let tex): formulas[tex]?.text ?? tex
            case .emphasis(let children), .strong(let children), .wrapped(_, let children, _):
                text(of: children, formulas: formulas)
            default: [inline].plainText
            }
        }.joined()
    }
}
