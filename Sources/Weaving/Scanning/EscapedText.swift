extension String {
    /// The text with the five characters that mean something in HTML written as entities.
    public var escapedForHTML: String {
        var text = self
        return text.withUTF8 { bytes in
            var result = ""
            var start = 0
            for index in bytes.indices {
                guard let entity = Self.entity(for: bytes[index]) else { continue }
                result += String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
                result += entity
                start = index + 1
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
