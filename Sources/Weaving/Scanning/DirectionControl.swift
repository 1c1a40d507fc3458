/// The characters of Unicode that turn the direction of the text around them and can not be seen: with them, code can look like
/// other code ("Trojan Source", Boucher and Anderson 2021).
public enum DirectionControl {
    /// One of them in a text.
    public struct Place: Hashable, Sendable {
        /// Its name, such as `U+202E`.
        public let name: String
        /// The line, from 1.
        public let line: Int
        /// The column in bytes of UTF-8, from 1.
        public let column: Int
    }

    /// Whether three bytes of UTF-8 are one: U+202A to U+202E, U+2066 to U+2069.
    private static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32? {
        guard first == 0xe2 else { return nil }
        if second == 0x80, (0xaa...0xae).contains(third) { return 0x2000 + UInt32(third & 0x3f) }
        if second == 0x81, (0xa6...0xa9).contains(third) { return 0x2040 + UInt32(third & 0x3f) }
        return nil
    }

    private static func name(_ scalar: UInt32) -> String { "U+" + String(scalar, radix: 16, uppercase: true) }

    /// Where they stand in a text.
    public static func places(in text: String) -> [Place] {
        var text = text
        return text.withUTF8 { bytes in
            var result: [Place] = []
            var line = 1
            var lineStart = 0
            for place in bytes.indices {
                if bytes[place] == 0x0a {
                    line += 1
                    lineStart = place + 1
                } else if bytes[place] == 0xe2, place + 2 < bytes.count,
                    let scalar = scalar(bytes[place], bytes[place + 1], bytes[place + 2])
                {
                    result.append(Place(name: name(scalar), line: line, column: place - lineStart + 1))
                }
            }
            return result
        }
    }

    /// The text with their names in brackets in their places.
    public static func shown(in text: String) -> String {
        guard !places(in: text).isEmpty else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) {
                result += "[\(name(scalar.value))]"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
