/// The reward for tags, 0.125 for each of four that stands exactly once.
enum TagCount {
    /// As the original counts: with their line breaks; what follows the last tag is deducted with the third and with the
    /// fourth, and where the line break after the last tag is missing, "what follows" is the whole text.
    static func original(_ text: CodePoints) -> Double {
        func stands(_ tag: String) -> Bool { text.places(of: tag).count == 1 }
        var count = 0.0
        if stands("<reasoning>\n") { count += 0.125 }
        if stands("\n</reasoning>\n") { count += 0.125 }
        if stands("\n<answer>\n") {
            count += 0.125
            count -= Double(text.afterLast("\n</answer>\n").count) * 0.001
        }
        if stands("\n</answer>") {
            count += 0.125
            count -= Double(text.afterLast("\n</answer>").count - 1) * 0.001
        }
        return count
    }

    /// Wherever the tags stand; what follows the last, white space aside, is deducted once, and never below 0.
    static func mended(_ text: CodePoints) -> Double {
        let tags = ["<reasoning>", "</reasoning>", "<answer>", "</answer>"]
        let standing = tags.count { text.places(of: $0).count == 1 }
        let rest = text.places(of: "</answer>").isEmpty ? 0 : text.afterLast("</answer>").stripped.count
        return max(0, Double(standing) * 0.125 - Double(rest) * 0.001)
    }
}
