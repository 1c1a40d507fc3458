/// Two versions of a line, cut to the part that differs, without HTML tags unless the difference is in one.
enum DifferingWords {
    /// The most characters of a line that are shown.
    private static let width = 200
    /// How many characters before the difference are shown.
    private static let lead = 60

    static func of(_ old: Substring, _ new: Substring) -> (old: String, new: String) {
        let (before, now) = (words(old), words(new))
        return before == now ? cut(String(old), String(new)) : cut(before, now)
    }

    private static func cut(_ old: String, _ new: String) -> (old: String, new: String) {
        let common = zip(old, new).prefix { $0 == $1 }.count
        let start = max(0, common - lead)
        func cut(_ text: String) -> String {
            let shown = text.dropFirst(start).prefix(width)
            return (start > 0 ? "…" : "") + shown + (start + shown.count < text.count ? "…" : "")
        }
        return (cut(old), cut(new))
    }

    private static func words(_ html: Substring) -> String {
        // What stands in a sentence has no space around it.
        html.replacing(#/<\/?span[^>]*>/#, with: "").replacing(#/<[^>]*>/#, with: " ")
            .split(separator: " ").joined(separator: " ")
    }
}
