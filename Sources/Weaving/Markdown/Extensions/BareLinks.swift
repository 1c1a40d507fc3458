/// Addresses that stand in the text without marks, `https://example.org`, `www.example.org` and `me@example.org`, become links: an extension, by the
/// rules of GitHub Flavored Markdown (section 6.9).
extension [Inline] {
    func withBareLinks(in lines: SourceLines) -> [Inline] {
        flatMap { inline -> [Inline] in
            switch inline.kind {
            case .text(let text): inline.bareLinks(in: text, lines).flatMap { $0.withMailLinks(in: lines) }
            case .link, .image: [inline]
            default: [Inline(inline.kind.mapChildren { $0.withBareLinks(in: lines) }, at: inline.range)]
            }
        }
    }
}

extension Inline {
    /// The pieces of a text, some of them links.
    ///
    /// Quotation marks and dashes may have become typographic, and would make another address: what is linked is the text only if
    /// it stands in the source as it is.
    fileprivate func bareLinks(in text: String, _ lines: SourceLines) -> [Inline] {
        var result: [Inline] = []
        var rest = text[...]
        func piece(_ part: Substring) -> Inline {
            let bytes = text.utf8.distance(from: text.startIndex, to: part.startIndex)
            return Inline(.text(String(part)), at: range.advanced(by: bytes))
        }
        while let run = rest.firstAddress {
            let address = run.trimmedAddress
            if address.hasHost, lines[range.start.line].contains(address) {
                if rest.startIndex < address.startIndex { result.append(piece(rest[..<address.startIndex])) }
                let destination = (address.hasPrefix("www.") ? "https://" : "") + address
                let shown = piece(address)
                result.append(Inline(.link(destination: destination, title: "", [shown]), at: shown.range))
                rest = rest[address.endIndex...]
            } else {
                result.append(piece(rest[..<run.endIndex]))
                rest = rest[run.endIndex...]
            }
        }
        if result.isEmpty { return [self] }
        if !rest.isEmpty { result.append(piece(rest)) }
        return result
    }
}

extension Substring {
    /// The first run without spaces that starts like an address, at the start of a word.
    fileprivate var firstAddress: Substring? {
        for start in ["https://", "http://", "www."].compactMap({ firstRange(of: $0)?.lowerBound }).sorted() {
            let before = start > startIndex ? self[index(before: start)] : " "
            guard before.isWhitespace || "*_~(“‘\"'".contains(before) else { continue }
            return self[start...].prefix { !$0.isWhitespace && $0 != "<" }
        }
        return nil
    }

    /// Without the punctuation that ends the sentence, and without a bracket that was opened before the address.
    fileprivate var trimmedAddress: Substring {
        var address = self
        while let last = address.last {
            let isOutside =
                last == ")" && address.count { $0 == ")" } > address.count { $0 == "(" }
            guard isOutside || "?!.,:;*_~'\"’”…".contains(last) else { break }
            address.removeLast()
        }
        return address
    }

    /// Whether something with a dot follows the scheme.
    fileprivate var hasHost: Bool {
        let host = (firstRange(of: "://").map { self[$0.upperBound...] } ?? self).prefix { !"/?#:".contains($0) }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
    }
}
