/// `text` in at most `count` lines no wider than `width`, broken after spaces and hyphens, cut with an ellipsis if need be.
func wrapped(_ text: String, width: Double, size: Double, atMost count: Int) -> [String] {
    func fits(_ line: String) -> Bool { textWidth(line, size: size) <= width }
    var lines = [""]
    for word in words(of: text) {
        let line = lines[lines.count - 1]
        if line.isEmpty || lines.count == count || fits(line + word) {
            lines[lines.count - 1] += word
        } else {
            lines.append(word)
        }
    }
    return lines.map { line in
        var line = line.hasSuffix(" ") ? String(line.dropLast()) : line
        if fits(line) { return line }
        while !line.isEmpty, !fits(line + "…") { line.removeLast() }
        return line + "…"
    }
}

/// The words of `text`, each with the space or hyphen after it.
private func words(of text: String) -> [String] {
    var words = [""]
    for character in text {
        words[words.count - 1].append(character)
        if character == " " || character == "-" { words.append("") }
    }
    return words
}
