/// What a gzip file holds (RFC 1952), so that long recordings need no unpacking by hand.
public enum Gunzip {
    /// Why there is nothing to be had.
    public enum Flaw: Error, Equatable, Sendable {
        /// The bytes are no gzip file.
        case malformed
        /// They end too early.
        case cutOff
        /// What they hold is not what was packed.
        case checksum
    }

    /// Whether the bytes begin as a gzip file does.
    public static func recognizes(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x1f, 0x8b])
    }

    /// What all members of the file hold, one after the other.
    public static func unpacked(_ file: [UInt8]) throws(Flaw) -> [UInt8] {
        var reader = BitReader(file)
        var result: [UInt8] = []
        repeat {
            try skipHeader(&reader)
            let start = result.count
            try inflate(&reader, into: &result)
            reader.alignToByte()
            let checksum = try reader.bits(32)
            let size = try reader.bits(32)
            guard size == UInt64(UInt32(truncatingIfNeeded: result.count - start)),
                checksum == UInt64(crc32(result[start...]))
            else { throw .checksum }
        } while !reader.isAtEnd
        return result
    }

    private static func skipHeader(_ reader: inout BitReader) throws(Flaw) {
        guard try reader.bits(24) == 0x08_8b1f else { throw .malformed }
        let flags = try reader.bits(8)
        // Time of the packing, 32 bits; extra flags and system, 16 bits.
        for bits in [32, 16] { _ = try reader.bits(bits) }
        if flags & 4 != 0 {
            for _ in 0..<(try reader.bits(16)) { _ = try reader.bits(8) }
        }
        // The name and a comment, each up to a zero.
        for flag: UInt64 in [8, 16] where flags & flag != 0 {
            while try reader.bits(8) != 0 {}
        }
        if flags & 2 != 0 { _ = try reader.bits(16) }
    }

    /// The checksum of RFC 1952, section 8.
    private static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let crcTable: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
    }
}

/// The bits of a byte stream, the lowest bit of each byte first.
struct BitReader {
    private let bytes: [UInt8]
    private var position = 0
    private var buffer: UInt64 = 0
    private var available = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether no whole byte is left.
    var isAtEnd: Bool { position == bytes.count && available < 8 }

    /// The next bits, at most 32, the first one lowest.
    mutating func bits(_ count: Int) throws(Gunzip.Flaw) -> UInt64 {
        while available < count {
            guard position < bytes.count else { throw .cutOff }
            buffer |= UInt64(bytes[position]) << UInt64(available)
            position += 1
            available += 8
        }
        let result = buffer & (1 << UInt64(count) - 1)
        buffer >>= UInt64(count)
        available -= count
        return result
    }

    /// Skips what is left of a byte.
    mutating func alignToByte() {
        buffer >>= UInt64(available % 8)
        available -= available % 8
    }
}
