import Markdown
import Scanning

/// Links from the first use of a term to its definition.
enum TermLinks {
    /// The paragraph with a link on the first use of each of the `known` terms that it has; those are then taken out.
    static func linked(_ inlines: [Inline], to known: inout [String]) -> [Inline] {
        inlines.flatMap { inline -> [Inline] in
            guard case .text(let text) = inline.kind else { return [inline] }
            return linked(text, at: inline.range, to: &known)
        }
    }

    private static func linked(_ text: String, at range: SourceRange, to known: inout [String]) -> [Inline] {
        guard let use = TermUse(of: known, in: text) else { return [Inline(.text(text), at: range)] }
        known.removeAll { $0 == use.term }
        let link = Inline.Kind.marked(.use(of: use.term), [Inline(.text(use.use), at: range)])
        return [Inline(.text(use.before), at: range), Inline(link, at: range)]
            + linked(use.after, at: range, to: &known)
    }
}
