/// The 256 characters in which byte-level vocabularies write bytes, so that every token is printable text.
///
/// Printable characters of Latin-1 stand for themselves; the other bytes, in ascending order, are U+0100, U+0101 and so on: a
/// space is `Ġ`, a new line `Ċ` (Radford et al., "Language Models are Unsupervised Multitask Learners", 2019, section 2.2).
enum ByteAlphabet {
    /// Whether a byte is its own character.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        (33...126).contains(byte) || (161...172).contains(byte) || byte >= 174
    }

    /// The character of each byte.
    static let scalars: [Unicode.Scalar] = {
        var next: UInt32 = 256
        return (UInt8.min...UInt8.max).map { byte in
            if standsForItself(byte) { return Unicode.Scalar(byte) }
            defer { next += 1 }
            return Unicode.Scalar(next)!
        }
    }()

    private static let bytes: [Unicode.Scalar: UInt8] = .init(
        uniqueKeysWithValues: zip(scalars, UInt8.min...UInt8.max))

    /// The bytes that a token of the vocabulary stands for; nil if it has a character outside the alphabet.
    static func bytes(of token: String) -> [UInt8]? {
        var result: [UInt8] = []
        for scalar in token.unicodeScalars {
            guard let byte = bytes[scalar] else { return nil }
            result.append(byte)
        }
        return result
    }
}
