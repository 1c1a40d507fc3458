import Markdown

/// Markup of other tools, which stays text: an author who knows it from there is told what to write here.
struct StrayMarkup {
    /// Some markup: the byte without which it is not there, and how it looks. The patterns are made once.
    private struct Markup: @unchecked Sendable {
        let byte: UInt8
        let pattern: Regex<Substring>
        let instead: String

        init(_ byte: Unicode.Scalar, _ pattern: Regex<Substring>, _ instead: String) {
            (self.byte, self.pattern, self.instead) = (UInt8(ascii: byte), pattern, instead)
        }
    }

    private static let markup = [
        Markup("^", #/\^\[[^\]]+\]/#, "a note is written [^name], and [^name]: … on a line of its own"),
        Markup("^", #/\w\^[^\s^]+\^/#, "what stands higher is written <sup>…</sup>, or as a formula"),
        Markup("~", #/\w~[^\s~]+~/#, "what stands lower is written <sub>…</sub>, or as a formula"),
        Markup("=", #/==[^=\s](?:[^=]*[^=\s])?==/#, "marked text is written <mark>…</mark>"),
        Markup("{", #/\{(?:\+\+|--|[–—]|>>|==).*?\}/#, "weave has no marks for changes"),
        Markup("{", #/\{\{[<%#!].*/#, "weave has no such calls"),
        Markup("[", #/\[\[[^\W\d][^\[\],]*\]\]/#, "a link is written [text](file.md)"),
        Markup("[", #/\[(?:TOC|toc)\]/#, "the list of sections is made without it"),
        Markup("[", #/^\*\[[^\]]+\]:.*/#, "an abbreviation is written <abbr title=\"…\">…</abbr>"),
        Markup(
            "\\",
            #/\\(?:newpage|pagebreak|clearpage|cite[pt]?|(?:eq|page)?ref|label|text(?:bf|it|tt)|emph|begin|end|(?:sub)*section|footnote|includegraphics|index)\b.*/#,
            "commands of TeX mean something only in formulas"),
        Markup("@", #/@ref\([^)]*\)/#, "a reference is written @fig-…, @tbl-…, @eq-…, @sec-… or @lst-…"),
        Markup(":", #/(?:^|\s):[a-z][a-z_]{2,}:(?![\w:])/#, "write the picture sign itself"),
        Markup("%", #/^%%.*/#, "a comment is written <!-- … -->"),
    ]

    /// The markup in a text, with its places, unless a backslash stands before it.
    static func found(
        in text: String, at range: SourceRange, of source: SourceText, hasTeXParentheses: Bool
    ) -> [(SourcePosition, Problem)] {
        var isThere = [Bool](repeating: false, count: 128)
        for byte in text.utf8 where byte < 128 { isThere[Int(byte)] = true }
        var found: [(SourcePosition, Problem)] = []
        for markup in markup where isThere[Int(markup.byte)] {
            guard let match = text.firstMatch(of: markup.pattern) else { continue }
            let shown = String(match.output.drop { $0.isWhitespace })
            let (position, isEscaped) = source.position(of: String(shown.prefix(2)), from: range.start)
            // Other tools write `\@ref`, which Markdown takes for an escape.
            if isEscaped, markup.byte != UInt8(ascii: "@") { continue }
            found.append((position ?? range.start, .strayMarkup(shown, instead: markup.instead)))
        }
        if hasTeXParentheses, isThere[Int(UInt8(ascii: ")"))] || isThere[Int(UInt8(ascii: "]"))] {
            found += parentheses(in: text, at: range, of: source)
        }
        return found
    }

    /// Whether what stands between escaped brackets is one letter, by itself: no index as in `list\[i\]`, no link, no box of a task.
    private static func isVariable(_ inner: String, after before: String, before after: UInt8?) -> Bool {
        guard inner.count == 1, inner.first!.isLetter, after != UInt8(ascii: "("), after != UInt8(ascii: ":") else {
            return false
        }
        let isBox = inner.lowercased() == "x" && before.allSatisfy { !$0.isLetter }
        return !isBox && !(before.last?.isLetter ?? false) && !(before.last?.isNumber ?? false)
    }

    /// `\(x\)` and `\[x^2\]`: Markdown takes the backslashes away, and leaves what looks like any text in parentheses.
    private static func parentheses(
        in text: String, at range: SourceRange, of source: SourceText
    ) -> [(SourcePosition, Problem)] {
        [("(", ")"), ("[", "]")].compactMap { open, close in
            guard let start = source.position(of: "\\" + open, from: range.start).position,
                let end = source.position(of: "\\" + close, from: start).position
            else { return nil }
            let bytes = source[start.line].utf8.dropFirst(start.column + 1).prefix(end.column - start.column - 2)
            let inner = String(Substring(bytes))
            let line = source[start.line].utf8
            let before = String(Substring(line.prefix(start.column - 1)))
            let after = line.dropFirst(end.column + 1).first
            // Brackets have escapes for other reasons, too.
            guard text.contains("\(open)\(inner)\(close)"),
                open == "(" || inner.contains(where: { "\\^_=+".contains($0) })
                    || isVariable(inner, after: before, before: after)
            else { return nil }
            let shown = "\\\(open)\(inner)\\\(close)"
            return (start, .strayMarkup(shown, instead: "a formula is written $`…`$"))
        }
    }
}
