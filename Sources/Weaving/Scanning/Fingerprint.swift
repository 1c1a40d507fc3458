public import Foundation

/// Names what is in texts or data: 64 bits, made of eight bytes at a time, against accidents and not against anyone who wants two
/// equal ones.
public enum Fingerprint {
    /// The fingerprint of texts, each by itself.
    public static func of(_ texts: [String]) -> String {
        var content = Data()
        for text in texts {
            content.append(contentsOf: "\(text.utf8.count) ".utf8)
            content.append(contentsOf: text.utf8)
        }
        return of(content)
    }

    /// The fingerprint of `data` as 16 hexadecimal digits.
    public static func of(_ data: Data) -> String {
        let value = data.withUnsafeBytes { bytes in
            var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
            var offset = 0
            while offset + 8 <= bytes.count {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
                hash ^= hash &>> 32
                offset += 8
            }
            while offset < bytes.count {
                hash = (hash ^ UInt64(bytes[offset])) &* 0xff51_afd7_ed55_8ccd
                hash ^= hash &>> 32
                offset += 1
            }
            return hash
        }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
