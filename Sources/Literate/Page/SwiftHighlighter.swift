/// Swift with its words marked for a style sheet.
enum SwiftHighlighter {
    static func html(_ code: String) -> HTML {
        var result = ""
        for token in SwiftScanner(code) {
            let escaped = HTML.escaped(token.text)
            result += token.kind.styleClass.map { "<span class=\"\($0)\">\(escaped)</span>" } ?? escaped
        }
        return HTML(raw: result)
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
