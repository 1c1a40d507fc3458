/// A 64-bit fingerprint of numbers: equal bits give equal digests, and one changed bit a different one.
///
/// FNV-1a over the bytes of each number's bit pattern, lowest byte first; so 0 and -0 differ. It guards against accidents,
/// not against an opponent.
///
/// ```swift
/// print(Digest(of: history.meanRewards))  // 5b0a91…
/// ```
public struct Digest: Hashable, Sendable, CustomStringConvertible {
    /// The 64 bits.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The digest of nothing yet.
    public init() {}

    /// The digest of numbers in their order.
    public init(of numbers: some Sequence<Double>) {
        for number in numbers {
            combine(number.bitPattern)
        }
    }

    /// The digest of a text's UTF-8.
    public init(of text: String) {
        combine(text)
    }

    /// Takes in a text's UTF-8.
    public mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Takes in bytes, in their order.
    public mutating func combine(bytes: UnsafeRawBufferPointer) {
        var hash = value
        var index = 0
        // A loop over indices: in a debug build it is several times faster than one over elements.
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            index += 1
        }
        value = hash
    }

    /// Takes in numbers, in their order.
    public mutating func combine(_ numbers: some Sequence<Double>) {
        for number in numbers {
            combine(number.bitPattern)
        }
    }

    /// Takes in one integer or bit pattern, lowest byte first.
    public mutating func combine(_ bits: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: bits.bitWidth, by: 8) {
            value = (value ^ UInt64(truncatingIfNeeded: bits >> shift & 0xff)) &* 0x100_0000_01b3
        }
    }

    /// The 64 bits as 16 hexadecimal digits.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
