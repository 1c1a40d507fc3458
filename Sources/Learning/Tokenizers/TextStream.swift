/// The text of tokens that come one by one, without ever cutting a character.
///
/// ```swift
/// var stream = TextStream(tokenizer)
/// for id in ids { print(stream.text(of: id), terminator: "") }
/// print(stream.rest())
/// ```
public struct TextStream: Sendable {
    private let tokenizer: Tokenizer
    private let skippingSpecial: Bool
    /// The first bytes of a character whose last are still to come.
    private var held: [UInt8] = []

    /// A stream without a token so far.
    public init(_ tokenizer: Tokenizer, skippingSpecial: Bool = true) {
        (self.tokenizer, self.skippingSpecial) = (tokenizer, skippingSpecial)
    }

    /// What can be shown once this token has come.
    public mutating func text(of id: Int) -> String {
        held += tokenizer.bytes(of: id, skippingSpecial: skippingSpecial)
        let complete = held.count - Self.incompleteTail(of: held)
        defer { held.removeFirst(complete) }
        return String(decoding: held[..<complete], as: UTF8.self)
    }

    /// What is left when no token comes any more: a character that was cut shows as U+FFFD.
    public mutating func rest() -> String {
        defer { held = [] }
        return String(decoding: held, as: UTF8.self)
    }

    /// How many bytes at the end begin a character that can still become whole.
    private static func incompleteTail(of bytes: [UInt8]) -> Int {
        for length in 1...3 where length <= bytes.count {
            let byte = bytes[bytes.count - length]
            let width =
                switch byte {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            if width > 0 { return width > length ? length : 0 }
            if byte & 0xC0 != 0x80 { return 0 }
        }
        return 0
    }
}
