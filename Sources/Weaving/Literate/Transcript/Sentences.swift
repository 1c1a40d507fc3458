extension String {
    /// The text with the apostrophes that printers use, as libcmark sets them in prose: titles and claims come from Swift,
    /// where they are typed straight.
    var withApostrophes: String {
        guard utf8.contains(UInt8(ascii: "'")) else { return self }
        var result = ""
        for character in self {
            let follows = result.last.map { $0.isLetter || $0.isNumber } ?? false
            result.append(character == "'" && follows ? "’" : character)
        }
        return result
    }
}

extension String {
    /// The text with a full stop, unless it ends by itself.
    var asSentence: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }
}

extension String {
    /// The text with a capital letter at its start.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
