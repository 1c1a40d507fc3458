/// `~~struck through~~`, an extension.
///
/// The marks are found in the text that libcmark has read, where an escaped tilde is a tilde. Therefore ``Escapes`` keeps the
/// escape visible until then.
extension [Inline] {
    var struckThrough: [Inline] {
        var result: [Inline] = []
        // Where the opening mark stands that waits for its end.
        var opening: Int?
        for inline in self {
            guard case .text(let text) = inline.kind, text.utf8.contains(UInt8(ascii: "~")) else {
                result.append(Inline(inline.kind.mapChildren(\.struckThrough), at: inline.range))
                continue
            }
            let pieces = text.piecesOfTildes
            for (index, piece) in pieces.enumerated() {
                result.append(Inline(.text(piece.text), at: inline.range.advanced(by: piece.offset)))
                guard piece.text == "~~" else { continue }
                let before = index > 0 ? pieces[index - 1].text.last : nil
                let after = index + 1 < pieces.count ? pieces[index + 1].text.first : nil
                if let start = opening, before.map({ !$0.isWhitespace }) ?? (result.count > start + 2) {
                    let struck = Inline(
                        .wrapped(open: "<del>", [Inline](result[(start + 1)...].dropLast()), close: "</del>"),
                        at: SourceRange(start: result[start].range.start, end: inline.range.end))
                    result.replaceSubrange(start..., with: [struck])
                    opening = nil
                } else if opening == nil, after.map({ !$0.isWhitespace }) ?? (inline != last) {
                    opening = result.count - 1
                }
            }
        }
        return result.map { inline in
            guard case .text(let text) = inline.kind else { return inline }
            return Inline(.text(Escapes.read(text)), at: inline.range)
        }
    }
}

extension String {
    /// The text in pieces: runs of two tildes, and what stands between them. Longer and shorter runs are text.
    fileprivate var piecesOfTildes: [(text: String, offset: Int)] {
        var pieces: [(text: String, offset: Int)] = []
        var text = ""
        var start = 0
        var place = 0
        func finish() {
            if !text.isEmpty { pieces.append((text, start)) }
            text = ""
        }
        var rest = self[...]
        while let first = rest.first {
            let run = first == "~" ? rest.prefix { $0 == "~" } : rest.prefix(1)
            if run == "~~", text.last != Escapes.mark {
                finish()
                pieces.append(("~~", place))
                start = place + 2
            } else {
                if text.isEmpty { start = place }
                text += run
            }
            place += run.utf8.count
            rest = rest[run.endIndex...]
        }
        finish()
        return pieces
    }
}

extension SourceRange {
    /// The same range with a start so many bytes farther on in its line.
    func advanced(by bytes: Int) -> SourceRange {
        var range = self
        range.start.column += bytes
        return range
    }
}
