import Exhibits

/// Swift with its words marked for a style sheet.
public enum SwiftHighlighter {
    /// The code as HTML, line by line: a mark that goes on over a line's end is closed there and opened again.
    public static func lines(_ code: String) -> [String] {
        var lines = [""]
        for token in SwiftScanner(code) {
            for (index, part) in token.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append("") }
                guard !part.isEmpty else { continue }
                let escaped = String(part).escaped(for: .anywhere)
                lines[lines.count - 1] +=
                    token.kind.styleClass.map { "<span class=\"\($0)\">\(escaped)</span>" } ?? escaped
            }
        }
        return lines
    }
}

extension SwiftToken.Kind {
    /// The class in the style sheet; nil for what stands as it is.
    fileprivate var styleClass: String? {
        switch self {
        case .keyword: "kw"
        case .type: "ty"
        case .call: "fn"
        case .string: "st"
        case .number: "nu"
        case .comment: "co"
        case .name, .other: nil
        }
    }
}
