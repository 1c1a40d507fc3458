/// Escapes of marks that only extensions know: libcmark would read `\~` as a tilde, and nothing would tell it from a mark.
///
/// Before libcmark sees the source, the backslash is exchanged for a control character of the same size; in code it becomes a
/// backslash again.
enum Escapes {
    /// Stands for the backslash.
    static let mark: Character = "\u{2}"

    /// `source` with `\~` kept visible.
    static func shielded(_ source: String) -> String {
        guard source.contains("\\~") else { return source }
        var result = ""
        result.reserveCapacity(source.utf8.count)
        var index = source.startIndex
        while index < source.endIndex {
            let next = source.index(after: index)
            if source[index] == "\\", next < source.endIndex {
                result.append(source[next] == "~" ? mark : "\\")
                result.append(source[next])
                index = source.index(after: next)
            } else {
                result.append(source[index])
                index = next
            }
        }
        return result
    }

    /// Text as it reads: the escapes have done their work.
    static func read(_ text: String) -> String {
        text.contains(mark) ? text.filter { $0 != mark } : text
    }

    /// Code as it was written.
    static func unshielded(_ text: String) -> String {
        text.contains(mark) ? String(text.map { $0 == mark ? "\\" : $0 }) : text
    }
}
