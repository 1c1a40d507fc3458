import EventFiles
import Testing

struct CRC32CTests {
    @Test func `the checksums are those of RFC 3720`() {
        #expect(CRC32C.checksum(of: Array("123456789".utf8)) == 0xe306_9283)
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
        #expect(CRC32C.checksum(of: [UInt8](0..<32)) == 0x46dd_794e)
        #expect(CRC32C.checksum(of: [UInt8]()) == 0)
    }

    @Test func `every changed bit changes it, at every length`() {
        for length in 1..<20 {
            var bytes = (0..<length).map { UInt8($0 * 37 % 256) }
            let checksum = CRC32C.checksum(of: bytes)
            for bit in 0..<8 * length {
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                #expect(CRC32C.checksum(of: bytes) != checksum)
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            }
        }
    }
}
