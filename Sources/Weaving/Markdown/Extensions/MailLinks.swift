/// `me@example.org` in a text becomes a link: an extension, by the rules of GitHub Flavored Markdown (section 6.9).
extension Inline {
    /// The pieces of a text, those that are addresses of mail as links; the piece itself if it is no text.
    func withMailLinks(in lines: SourceLines) -> [Inline] {
        guard case .text(let text) = kind, text.utf8.contains(UInt8(ascii: "@")) else { return [self] }
        var result: [Inline] = []
        var done = text.startIndex
        func piece(_ part: Substring) -> Inline {
            let bytes = text.utf8.distance(from: text.startIndex, to: part.startIndex)
            return Inline(.text(String(part)), at: range.advanced(by: bytes))
        }
        for sign in text.indices where text[sign] == "@" && sign >= done {
            let before = text[done..<sign]
            let name = before.suffix(while: { $0.isASCIILetterOrDigit || ".-_+".contains($0) })
            var host = text[sign...].dropFirst().prefix { $0.isASCIILetterOrDigit || ".-_".contains($0) }
            while host.last == "." { host.removeLast() }
            let parts = host.split(separator: ".", omittingEmptySubsequences: false)
            // Ends in a letter: `package@1.2` is a version.
            guard !name.isEmpty, parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), host.last!.isLetter else {
                continue
            }
            let address = text[name.startIndex..<host.endIndex]
            guard lines[range.start.line].contains(address) else { continue }
            if done < name.startIndex { result.append(piece(text[done..<name.startIndex])) }
            let shown = piece(address)
            result.append(Inline(.link(destination: "mailto:" + address, title: "", [shown]), at: shown.range))
            done = host.endIndex
        }
        guard done > text.startIndex else { return [self] }
        if done < text.endIndex { result.append(piece(text[done...])) }
        return result
    }
}

extension Substring {
    fileprivate func suffix(while belongs: (Character) -> Bool) -> Substring {
        var start = endIndex
        while start > startIndex, belongs(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}

extension Character {
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
