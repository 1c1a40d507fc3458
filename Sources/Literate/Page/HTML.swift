/// HTML that can not contain text by accident: what is interpolated is escaped, unless it is HTML itself.
struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The markup.
    let text: String

    /// Markup that is known to be right, such as what libcmark rendered.
    init(raw text: String) {
        self.text = text
    }

    init(stringLiteral text: String) {
        self.text = text
    }

    init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        mutating func appendInterpolation(_ value: String) {
            text += HTML.escaped(value)
        }

        mutating func appendInterpolation(_ value: Int) {
            text += String(value)
        }

        mutating func appendInterpolation(_ html: HTML) {
            text += html.text
        }

        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { text += part.text }
        }
    }

    /// `text` with the five characters that mean something in HTML written as entities.
    static func escaped(_ text: String) -> String {
        var text = text
        // Runs of plain text are copied whole: byte by byte, a debug build of weave would take most of its time here.
        return text.withUTF8 { bytes in
            var result = ""
            var start = 0
            var index = 0
            while index < bytes.count {
                if let entity = entity(for: bytes[index]) {
                    result += String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
                    result += entity
                    start = index + 1
                }
                index += 1
            }
            return result + String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
        }
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
