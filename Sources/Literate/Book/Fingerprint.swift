import Foundation

/// A 64-bit fingerprint (FNV-1a) that names files in the cache and figures on pages.
///
/// It is a name, not a proof: where equality matters, the whole is compared.
struct Fingerprint {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Adds the bytes of `text` and an end mark.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(bytes: $0) }
    }

    /// Adds the bytes of `data` and an end mark.
    mutating func add(_ data: Data) {
        data.withUnsafeBytes { add(bytes: $0.bindMemory(to: UInt8.self)) }
    }

    private mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
        var hash = state
        var index = 0
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
            index += 1
        }
        // No UTF-8 text contains 0xff, so that "ab", "c" and "a", "bc" differ.
        state = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }

    /// Sixteen hexadecimal digits.
    var hexadecimal: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
