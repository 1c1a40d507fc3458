import Markdown

/// The values of options as YAML writes texts: plain, in quotation marks, or as a block behind `|` or `>`.
extension RawOption {
    /// Whether the value is a block of lines, in which a line may be empty.
    var isBlock: Bool { ["|", "|-", "|+", ">", ">-", ">+"].contains(value.prefix { $0 != "\n" }) }

    /// Takes away what only marks the value as a text: quotation marks around it, or the sign of a block.
    ///
    /// A text that is not quoted as a whole, such as `"A" and "B"`, is as it stands.
    mutating func readYAML() {
        if isBlock {
            value = String(value.drop { $0 != "\n" }.dropFirst())
            if lines.count > 1 { lines.removeFirst() }
            while value.last == "\n" { value.removeLast() }
        } else if let mark = value.first, mark == "\"" || mark == "'", let inner = Self.unquoted(value, mark) {
            value = inner
            lines[0].column += 1
        }
    }

    /// What stands between the marks; nil if the second mark is not the last character.
    private static func unquoted(_ value: String, _ mark: Character) -> String? {
        guard value.count > 1, value.last == mark else { return nil }
        var result = ""
        var rest = value.dropFirst().dropLast()
        while let character = rest.popFirst() {
            if character == "\\", mark == "\"" {
                guard let next = rest.popFirst() else { return nil }
                result.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
            } else if character == mark {
                // In single marks, two are one.
                guard mark == "'", rest.popFirst() == mark else { return nil }
                result.append(mark)
            } else {
                result.append(character)
            }
        }
        return result
    }
}
