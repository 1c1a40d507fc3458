public import Foundation

/// Swift without its comments and its layout: two sources that differ in nothing else give the same, and two that could
/// mean something different never do.
///
/// White space and comments become one space, or one line end where a line ends outside parentheses; inside and beside
/// parentheses, where neither means anything, they go. Strings stay as they are. A source that asks for its lines, or in
/// which a `/` may begin a regular expression, which only a parser can tell, is taken as it is.
public enum BareSwift {
    /// The code of a source, or the whole source where layout or comments may count.
    public static func code(of source: Data) -> Data {
        var reader = BareSwiftReader(source: Array(source))
        return reader.read() ? Data(reader.code) : source
    }

    /// The code of a source, or the whole source where layout or comments may count.
    public static func code(of source: String) -> String {
        String(decoding: code(of: Data(source.utf8)), as: UTF8.self)
    }
}

/// Goes through the bytes of a source once.
struct BareSwiftReader {
    let source: [UInt8]
    private(set) var code: [UInt8] = []
    private var index = 0
    /// The brackets that are open: a line that ends inside `(` or `[` ends nothing.
    private var open: [UInt8] = []
    /// What stands before the next token and is not written yet.
    private var gap = Gap.none

    private enum Gap { case none, space, line }

    init(source: [UInt8]) {
        self.source = source
        code.reserveCapacity(source.count)
    }

    /// False if the source can not be understood well enough.
    mutating func read() -> Bool {
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "\n"):
                gap = .line
                index += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                if gap == .none { gap = .space }
                index += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while index < source.count, source[index] != UInt8(ascii: "\n") { index += 1 }
                if gap == .none { gap = .space }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                guard let end = BlockComment.end(in: source, from: index) else { return false }
                let hasLine = source[index..<end].contains(UInt8(ascii: "\n"))
                if hasLine || gap == .none { gap = hasLine ? .line : .space }
                index = end
            default:
                guard readToken() else { return false }
            }
        }
        return open.isEmpty
    }

    private func byte(_ offset: Int) -> UInt8? {
        index + offset < source.count ? source[index + offset] : nil
    }

    private mutating func readToken() -> Bool {
        let first = source[index]
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "#"):
            if let end = StringLiteral.end(in: source, from: index) {
                guard end > index else { return false }
                write(upTo: end)
                return true
            }
            return first == UInt8(ascii: "#") && readDirective()
        case UInt8(ascii: "`"):
            guard let end = source[(index + 1)...].firstIndex(of: first) else { return false }
            write(upTo: end + 1)
        case UInt8(ascii: "/"):
            guard !mayBeginExpression else { return false }
            write(upTo: index + 1)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            write(upTo: index + 1)
            open.append(first)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            guard open.last == Self.opening[first] else { return false }
            write(upTo: index + 1)
            open.removeLast()
        default:
            var end = index + 1
            if Self.isWord(first) { while end < source.count, Self.isWord(source[end]) { end += 1 } }
            write(upTo: end)
        }
        return true
    }

    /// Whether the `/` here may be the first character of a regular expression rather than a division.
    private var mayBeginExpression: Bool {
        guard let next = byte(1), !" \t\n),".utf8.contains(next) else { return false }
        guard let last = code.last else { return true }
        // Of a division, what stands before is a value, with a space on both sides of the sign or on none.
        let followsValue = Self.isWord(last) || ")]}\"".utf8.contains(last)
        let isAssignment = next == UInt8(ascii: "=") && byte(2) == UInt8(ascii: " ")
        return !(followsValue && (gap == .none || isAssignment))
    }

    /// A word behind `#`; false if it asks for its place, unless as the default value of a parameter, which asks for that of
    /// the caller.
    private mutating func readDirective() -> Bool {
        var end = index + 1
        while end < source.count, Self.isWord(source[end]) { end += 1 }
        if ["#line", "#column"].contains(String(decoding: source[index..<end], as: UTF8.self)) {
            let next = source[end...].first { !" \n".utf8.contains($0) }
            guard code.last == UInt8(ascii: "="), open.last == UInt8(ascii: "("),
                next == UInt8(ascii: ",") || next == UInt8(ascii: ")")
            else { return false }
        }
        write(upTo: end)
        return true
    }

    /// Writes the gap, if it means anything, and what stands before `end`.
    private mutating func write(upTo end: Int) {
        let isInside = open.last.map { $0 != UInt8(ascii: "{") } ?? false
        let isBesideBracket = "([,".utf8.contains(code.last ?? 0) || ")],".utf8.contains(source[index])
        if gap != .none, !code.isEmpty, !(isBesideBracket && isInside) {
            code.append(gap == .line && !isInside ? UInt8(ascii: "\n") : UInt8(ascii: " "))
        }
        gap = .none
        code += source[index..<end]
        index = end
    }

    private static let opening: [UInt8: UInt8] = [
        UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: "]"): UInt8(ascii: "["),
        UInt8(ascii: "}"): UInt8(ascii: "{"),
    ]

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 128...:
            true
        default: false
        }
    }
}
