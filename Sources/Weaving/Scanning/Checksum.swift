public import Foundation

/// A 64-bit checksum, eight bytes at a time: against accidents, not against anyone who wants two equal ones.
public enum Checksum {
    /// The checksum of texts, each by itself.
    public static func text(of texts: [String]) -> String {
        var content = Data()
        for text in texts {
            content.append(contentsOf: "\(text.utf8.count) ".utf8)
            content.append(contentsOf: text.utf8)
        }
        return self.text(of: content)
    }

    /// The checksum of `data` as 16 hexadecimal digits.
    public static func text(of data: Data) -> String {
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
