import Foundation
import Testing

import Scanning

struct FingerprintTests {
    @Test func `each byte counts, and each length`() {
        let data = Data((0..<40).map { UInt8($0) })
        var names: Set<String> = [Fingerprint.of(data)]
        for place in data.indices {
            var changed = data
            changed[place] ^= 0x80
            names.insert(Fingerprint.of(changed))
        }
        for length in 0..<40 { names.insert(Fingerprint.of(data.prefix(length))) }
        #expect(names.count == 81)
        #expect(names.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func `texts are told apart by where they end`() {
        #expect(Fingerprint.of(["ab", "c"]) != Fingerprint.of(["a", "bc"]))
        #expect(Fingerprint.of(["a", ""]) != Fingerprint.of(["a"]))
    }

    @Test func `a piece of data has the checksum of a copy`() {
        let data = Data((0..<40).map { UInt8($0) })
        #expect(Fingerprint.of(data.dropFirst(3)) == Fingerprint.of(Data(data.dropFirst(3))))
    }
}
