import Foundation
import Testing

import Scanning

struct ChecksumTests {
    @Test func `each byte counts, and each length`() {
        let data = Data((0..<40).map { UInt8($0) })
        var names: Set<String> = [Checksum.text(of: data)]
        for place in data.indices {
            var changed = data
            changed[place] ^= 0x80
            names.insert(Checksum.text(of: changed))
        }
        for length in 0..<40 { names.insert(Checksum.text(of: data.prefix(length))) }
        #expect(names.count == 81)
        #expect(names.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func `texts are told apart by where they end`() {
        #expect(Checksum.text(of: ["ab", "c"]) != Checksum.text(of: ["a", "bc"]))
        #expect(Checksum.text(of: ["a", ""]) != Checksum.text(of: ["a"]))
    }

    @Test func `a piece of data has the checksum of a copy`() {
        let data = Data((0..<40).map { UInt8($0) })
        #expect(Checksum.text(of: data.dropFirst(3)) == Checksum.text(of: Data(data.dropFirst(3))))
    }
}
