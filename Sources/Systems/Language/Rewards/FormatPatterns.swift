/// The two patterns that texts are held against.
struct FormatPatterns {
    /// Whether what stands between tags may have several lines.
    let acrossLines: Bool

    /// `^<reasoning>\n.*?\n</reasoning>\n<answer>\n.*?\n</answer>\n$`, where `.` is no line break and `$` may stand before
    /// one that ends the text.
    func isStrict(_ text: CodePoints) -> Bool {
        if acrossLines { return isWhole(text, separated: "\n") }
        guard let reasoning = text.skipping("<reasoning>\n", at: 0) else { return false }
        guard let answer = text.skipping("\n</reasoning>\n<answer>\n", at: text.lineEnd(from: reasoning)) else {
            return false
        }
        guard let end = text.skipping("\n</answer>\n", at: text.lineEnd(from: answer)) else { return false }
        return end == text.count || text.skipping("\n", at: end) == text.count
    }

    /// `<reasoning>.*?</reasoning>\s*<answer>.*?</answer>` at the beginning of the text, where `.` is no line break.
    func isSoft(_ text: CodePoints) -> Bool {
        if acrossLines { return isWhole(text, separated: "") }
        guard let reasoning = text.skipping("<reasoning>", at: 0) else { return false }
        let lineEnd = text.lineEnd(from: reasoning)
        var start = reasoning
        while let closing = text.firstPlace(of: "</reasoning>", from: start) {
            guard let end = text.skipping("</reasoning>", at: closing), end <= lineEnd else { return false }
            let opening = text.scalars[end...].firstIndex { !$0.isPythonSpace } ?? text.count
            if let answer = text.skipping("<answer>", at: opening),
                let last = text.firstPlace(of: "</answer>", from: answer), last < text.lineEnd(from: answer)
            {
                return true
            }
            start = closing + 1
        }
        return false
    }

    /// Reasoning and answer in their tags, each tag once, neither of them empty, and only white space around; `separator`
    /// stands on both sides of what is between tags.
    private func isWhole(_ text: CodePoints, separated separator: String) -> Bool {
        let tags = ["<reasoning>", "</reasoning>", "<answer>", "</answer>"]
        let places = tags.map { text.places(of: $0) }
        guard places.allSatisfy({ $0.count == 1 }) else { return false }
        let starts = places.map { $0[0] }
        guard starts == starts.sorted() else { return false }
        let ends = zip(starts, tags).map { $0 + $1.unicodeScalars.count }
        let pieces = [text.scalars[..<starts[0]]] + (0..<3).map { text.scalars[ends[$0]..<starts[$0 + 1]] }
        let outside = [pieces[0], pieces[2], text.scalars[ends[3]...]].map { CodePoints($0) }
        let inside = [pieces[1], pieces[3]].map { CodePoints($0) }
        guard outside.allSatisfy({ $0.stripped.count == 0 }), inside.allSatisfy({ $0.stripped.count > 0 }) else {
            return false
        }
        guard !separator.isEmpty else { return true }
        return outside[0].count == 0 && outside[1] == CodePoints("\n") && outside[2].skipping("\n", at: 0) != nil
            && inside.allSatisfy { $0.skipping("\n", at: 0) != nil && $0.scalars.last == "\n" }
    }
}
