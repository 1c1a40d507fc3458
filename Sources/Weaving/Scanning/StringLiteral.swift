/// Where the literals of Swift end that may contain anything: strings, with the code that is interpolated into them, and
/// regular expressions between `#/` and `/#`.
enum StringLiteral {
    /// The index behind the literal that starts at `start`; `start` itself if it has no end; nil if none starts there.
    static func end(in source: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < source.count, source[index] == UInt8(ascii: "#") { index += 1 }
        let pounds = index - start
        guard index < source.count else { return nil }
        if source[index] == UInt8(ascii: "/"), pounds > 0 {
            let close = [UInt8(ascii: "/")] + Array(repeating: UInt8(ascii: "#"), count: pounds)
            while index + 1 < source.count {
                index += 1
                if starts(close, in: source, at: index) { return index + close.count }
            }
            return start
        }
        guard source[index] == UInt8(ascii: "\"") else { return nil }
        let quote = UInt8(ascii: "\"")
        let isMultiline = starts([quote, quote, quote], in: source, at: index)
        let pound = Array(repeating: UInt8(ascii: "#"), count: pounds)
        let close = Array(repeating: quote, count: isMultiline ? 3 : 1) + pound
        let escape = [UInt8(ascii: "\\")] + pound
        index += isMultiline ? 3 : 1
        while index < source.count {
            if starts(close, in: source, at: index) { return index + close.count }
            if source[index] == UInt8(ascii: "\n"), !isMultiline { return start }
            guard starts(escape, in: source, at: index) else {
                index += 1
                continue
            }
            index += escape.count
            guard index < source.count else { return start }
            if source[index] == UInt8(ascii: "(") {
                guard let end = endOfInterpolation(in: source, from: index) else { return start }
                index = end
            } else {
                index += 1
            }
        }
        return start
    }

    /// The index behind the parenthesis that closes the one at `start`.
    private static func endOfInterpolation(in source: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                if let end = end(in: source, from: index) {
                    guard end > index else { return nil }
                    index = end
                    continue
                }
            case UInt8(ascii: "/") where starts([UInt8(ascii: "/"), UInt8(ascii: "*")], in: source, at: index):
                guard let end = BlockComment.end(in: source, from: index) else { return nil }
                index = end
                continue
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func starts(_ text: [UInt8], in source: [UInt8], at index: Int) -> Bool {
        source[index...].starts(with: text)
    }
}

/// A comment between `/*` and `*/`, which may contain others.
enum BlockComment {
    /// The index behind the comment that starts at `start`; nil if it has no end.
    static func end(in source: [UInt8], from start: Int) -> Int? {
        var depth = 0
        var index = start
        while index + 1 < source.count {
            switch (source[index], source[index + 1]) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                depth += 1
                index += 2
            case (UInt8(ascii: "*"), UInt8(ascii: "/")):
                depth -= 1
                index += 2
                if depth == 0 { return index }
            default: index += 1
            }
        }
        return nil
    }
}
