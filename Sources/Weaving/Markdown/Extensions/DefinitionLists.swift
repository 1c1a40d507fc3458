/// Terms with their definitions, an extension:
///
/// ```
/// Term
/// : What it means.
/// : What it may mean, too.
/// ```
struct DefinitionList {
    private var parts: [(isTerm: Bool, inlines: [Inline])] = []

    /// The list that a paragraph is whose lines, from the second on, start with `: `; nil for other paragraphs.
    init?(lines inlines: [Inline]) {
        for line in inlines.split(omittingEmptySubsequences: false, whereSeparator: { $0.kind == .softBreak }) {
            guard case .text(let text)? = line.first?.kind, text.hasPrefix(": ") else {
                // The second line of a definition, or a term.
                if let last = parts.last, !last.isTerm {
                    parts[parts.count - 1].inlines += [Inline(.softBreak, at: last.inlines[0].range)] + line
                } else {
                    parts.append((true, [Inline](line)))
                }
                continue
            }
            var definition = [Inline](line)
            let spaces = text.dropFirst().prefix { $0 == " " }.count + 1
            definition[0] = Inline(.text(String(text.dropFirst(spaces))), at: definition[0].range.advanced(by: spaces))
            parts.append((false, definition))
        }
        guard parts.first?.isTerm == true, parts.contains(where: { !$0.isTerm }) else { return nil }
    }

    /// The list as HTML around its texts.
    var wrapped: Block.Kind {
        let items = parts.map { part in
            let place = part.inlines.first?.range ?? Self.nowhere
            let tag = part.isTerm ? "dt" : "dd"
            return Block(.wrappedInlines(open: "<\(tag)>", part.inlines, close: "</\(tag)>"), at: place)
        }
        return .wrapped(open: Self.open, items, close: Self.close)
    }

    fileprivate static let open = "<dl>"
    fileprivate static let close = "</dl>"
    private static let nowhere = SourceRange(
        start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
}

extension [Block] {
    /// Puts a list of definitions into the one before it.
    mutating func extendDefinitions(with block: Block) -> Bool {
        guard case .wrapped(DefinitionList.open, let new, _) = block.kind,
            case .wrapped(DefinitionList.open, let old, _)? = last?.kind
        else { return false }
        self[count - 1].kind = .wrapped(open: DefinitionList.open, old + new, close: DefinitionList.close)
        return true
    }
}
