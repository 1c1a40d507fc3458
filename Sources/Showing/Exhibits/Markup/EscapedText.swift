/// Where a text goes in HTML or XML, which decides what has to be escaped.
package enum MarkupPlace {
    /// Between tags: `&`, `<` and `>` are escaped.
    case content
    /// Also between double quotes, as the value of an attribute.
    case attribute
    /// Also between single quotes.
    case anywhere
}

extension StringProtocol {
    /// The text with the characters that mean something there written as entities.
    package func escaped(for place: MarkupPlace) -> String {
        var text = String(self)
        return text.withUTF8 { bytes in
            var result = ""
            var start = 0
            for index in bytes.indices {
                guard let entity = place.entity(for: bytes[index]) else { continue }
                result += String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
                result += entity
                start = index + 1
            }
            return result + String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
        }
    }
}

extension MarkupPlace {
    fileprivate func entity(for byte: UInt8) -> String? {
        switch (byte, self) {
        case (UInt8(ascii: "&"), _): "&amp;"
        case (UInt8(ascii: "<"), _): "&lt;"
        case (UInt8(ascii: ">"), _): "&gt;"
        case (UInt8(ascii: "\""), .attribute), (UInt8(ascii: "\""), .anywhere): "&quot;"
        case (UInt8(ascii: "'"), .anywhere): "&#39;"
        default: nil
        }
    }
}
