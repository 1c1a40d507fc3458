import Markdown
import Scanning

extension Linker {
    /// Warns of works that a text names by `@key` outside of a citation's brackets, and of `[-@key]`, which is none either.
    ///
    /// Addresses of e-mail and of the web name nobody's works, nor do keys that the bibliography does not have.
    mutating func reportCitations(in text: String, at start: SourcePosition) {
        guard !isInLink, text.contains(byte: UInt8(ascii: "@")) else { return }
        var place = start
        var before: Substring = ""
        for part in text.split(separator: "@", omittingEmptySubsequences: false) {
            defer { before = part }
            guard part.startIndex > text.startIndex else { continue }
            let key = Self.strayKey(at: part)
            let isInBrackets = before.hasSuffix("[-") && part[key.endIndex...].hasPrefix("]")
            let shown = isInBrackets ? "[-@\(key)]" : "@\(key)"
            let (position, isEscaped) = source.position(of: shown, from: place)
            guard !key.isEmpty, let position else { continue }
            place = SourcePosition(line: position.line, column: position.column + 1)
            let isName = bibliography.entries[String(key)] != nil && Self.mayName(before)
            if !isEscaped, isInBrackets || isName {
                diagnostics.append(
                    chapter.diagnostic(position, .strayCitation(shown, key: String(key)), severity: .warning))
            }
        }
    }

    /// The key at the start of what follows an `@`, without the punctuation of the sentence around it.
    private static func strayKey(at text: Substring) -> Substring {
        var key = text.prefix { $0.isLetter || $0.isNumber || "_-:.+/".contains($0) }
        while let last = key.last, !last.isLetter, !last.isNumber { key.removeLast() }
        return key
    }

    /// Whether what stands before an `@` leaves it free to start a name: nothing of an address.
    private static func mayName(_ before: Substring) -> Bool {
        guard let last = before.last else { return true }
        return !last.isLetter && !last.isNumber && !"/._+-\\".contains(last)
    }
}
