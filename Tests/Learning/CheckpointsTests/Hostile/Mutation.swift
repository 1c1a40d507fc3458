import DeterministicMath
import Foundation

/// Damage to a file's bytes, drawn from a seeded generator: what disks, networks and enemies do.
struct Mutation {
    private var generator: Xoshiro256StarStar

    init(seed: UInt64) { generator = Xoshiro256StarStar(seed: seed) }

    /// What headers must survive: counts, lengths and offsets at the edges of their types.
    private static let words: [UInt64] = [
        0, 1, 7, 8, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0xffff_ffff, 1 << 40, 1 << 62, .max >> 1, .max, .max - 7,
    ]
    private static let texts = [
        "0", "-1", "1e999", "9223372036854775807", "18446744073709551616", "1e-400", "null", "true", "[]", "{}", "\"\"",
        "\"\\ud800\"", "[[1]]", "NaN", "\u{0}", "16777216", "16777217", "2", "3.5",
    ]

    /// Some of the bytes are changed, taken away, doubled or added to; at least one thing happens.
    ///
    /// - Parameter header: where most of the damage is.
    mutating func callAsFunction(_ data: Data, header: Int) -> Data {
        var bytes = [UInt8](data)
        for _ in 0...generator.integer(below: 4) {
            guard !bytes.isEmpty else { break }
            let end = generator.integer(below: 8) == 0 ? bytes.count : min(header, bytes.count)
            let place = generator.integer(below: max(1, end))
            let length = min(bytes.count - place, 1 + generator.integer(below: 24))
            switch generator.integer(below: 9) {
            case 0: bytes[place] ^= 1 << UInt8(generator.integer(below: 8))
            case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 4: bytes.removeLast(bytes.count - place)
            case 5:
                let word = Self.words[generator.integer(below: Self.words.count)]
                for i in 0..<min(8, bytes.count - place) {
                    bytes[place + i] = UInt8(truncatingIfNeeded: word >> (8 * i))
                }
            case 6: replaceNumber(in: &bytes, from: place)
            case 7: nest(in: &bytes, at: place)
            default:
                let other = generator.integer(below: bytes.count)
                for i in 0..<min(length, bytes.count - other) { bytes[place + i] = bytes[other + i] }
            }
        }
        return Data(bytes)
    }

    /// Another number, or none, for the next digits.
    private mutating func replaceNumber(in bytes: inout [UInt8], from place: Int) {
        func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        guard let first = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(first..<end, with: Self.texts[generator.integer(below: Self.texts.count)].utf8)
    }

    /// Brackets, some of them very deep.
    private mutating func nest(in bytes: inout [UInt8], at place: Int) {
        let depth = [1, 40, 600, 20_000][generator.integer(below: 4)]
        let bracket = [UInt8(ascii: "["), UInt8(ascii: "{")][generator.integer(below: 2)]
        bytes.insert(contentsOf: [UInt8](repeating: bracket, count: depth), at: place)
    }
}
