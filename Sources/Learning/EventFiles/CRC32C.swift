/// The checksum of Castagnoli's polynomial (RFC 3720, appendix B.4), which event files and histories carry: it finds every
/// change of up to 32 bits in a row, and others with probability 1 - 2⁻³².
///
/// ```swift
/// CRC32C.checksum(of: Array("123456789".utf8))  // 0xe3069283
/// ```
public enum CRC32C {
    /// The checksum of bytes.
    public static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        if let value = bytes.withContiguousStorageIfAvailable({ checksum(of: $0) }) { return value }
        return Array(bytes).withUnsafeBufferPointer { checksum(of: $0) }
    }

    /// The checksum of bytes in memory, eight at a time.
    public static func checksum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var value = ~UInt32(0)
            var place = 0
            while place + 8 <= bytes.count {
                var next: UInt32 = 0
                for index in 0..<4 {
                    let byte = UInt8(truncatingIfNeeded: value >> UInt32(8 * index)) ^ bytes[place + index]
                    next ^= tables[(7 - index) * 256 + Int(byte)]
                    next ^= tables[(3 - index) * 256 + Int(bytes[place + 4 + index])]
                }
                value = next
                place += 8
            }
            while place < bytes.count {
                value = tables[Int(UInt8(truncatingIfNeeded: value) ^ bytes[place])] ^ (value >> 8)
                place += 1
            }
            return ~value
        }
    }

    /// A checksum of what itself holds checksums, as event files keep it: turned by 15 bits and moved.
    static func masked(_ checksum: UInt32) -> UInt32 {
        (checksum >> 15 | checksum << 17) &+ 0xa282_ead8
    }

    private static let polynomial: UInt32 = 0x82f6_3b78

    /// Table k tells what a byte does to the checksum when k more bytes follow it.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? polynomial ^ (value >> 1) : value >> 1 }
        }
        for place in 256..<8 * 256 {
            let shorter: UInt32 = tables[place - 256]
            tables.append(tables[Int(shorter & 0xff)] ^ (shorter >> 8))
        }
        return tables
    }()
}
