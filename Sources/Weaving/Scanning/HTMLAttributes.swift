/// The attributes in HTML that someone wrote, with the places of their values.
public struct HTMLAttributes: Sendable {
    /// One attribute with a value.
    public struct Attribute: Sendable {
        /// The element's name in small letters.
        public let element: String
        /// The attribute's name in small letters.
        public let name: String
        /// The bytes of the value, without quotation marks.
        public let value: Range<Int>
    }

    /// All of them, in their order; none of comments, scripts and style sheets.
    public private(set) var all: [Attribute] = []
    private let bytes: [UInt8]
    private var place = 0

    /// Reads HTML, however broken it is.
    public init(in bytes: [UInt8]) {
        self.bytes = bytes
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = open
            if bytes[open...].starts(with: "<!--".utf8) {
                skip(behind: "-->")
                continue
            }
            place += 1
            let element = word { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
            guard let first = element.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
                continue
            }
            readAttributes(of: element)
            if element == "script" || element == "style" { skip(behind: "</\(element)") }
        }
    }

    /// The text of a value.
    public func text(of attribute: Attribute) -> String { String(decoding: bytes[attribute.value], as: UTF8.self) }

    private mutating func skip(behind end: String) {
        place = bytes.firstRange(of: Array(end.utf8), from: place)?.upperBound ?? bytes.count
    }

    private mutating func pass(while belongs: (UInt8) -> Bool) {
        while place < bytes.count, belongs(bytes[place]) { place += 1 }
    }

    /// The bytes that belong together as text in small letters.
    private mutating func word(while belongs: (UInt8) -> Bool) -> String {
        let start = place
        pass(while: belongs)
        return String(
            decoding: bytes[start..<place].map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    /// Reads up to the end of the tag.
    private mutating func readAttributes(of element: String) {
        while true {
            pass { Self.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
            guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { return }
            let name = word { !Self.isSpace($0) && !"=>/".utf8.contains($0) }
            pass(while: Self.isSpace)
            guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
            place += 1
            pass(while: Self.isSpace)
            guard place < bytes.count else { return }
            let quote = bytes[place]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            if isQuoted { place += 1 }
            let start = place
            pass { isQuoted ? $0 != quote : !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
            all.append(Attribute(element: element, name: name, value: start..<place))
            if isQuoted { place = min(place + 1, bytes.count) }
        }
    }

    /// The HTML with other values for some attributes.
    ///
    /// - Parameter value: the new value of an attribute, as HTML, for its old one; nil to leave it.
    public static func replacing(in bytes: [UInt8], with value: (Attribute, _ old: String) -> String?) -> [UInt8] {
        let attributes = HTMLAttributes(in: bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var done = 0
        for attribute in attributes.all {
            guard let new = value(attribute, attributes.text(of: attribute)) else { continue }
            result += bytes[done..<attribute.value.lowerBound]
            result += new.utf8
            done = attribute.value.upperBound
        }
        return result + bytes[done...]
    }
}
