extension String {
    /// A file's name as an address on the site: without the marks that mean something else there, such as `?` and `#`.
    var address: String {
        guard utf8.contains(where: Self.isMark) else { return self }
        var bytes: [UInt8] = []
        for byte in utf8 {
            if Self.isMark(byte) {
                bytes += "%".utf8
                for digit in [byte >> 4, byte & 15] { bytes.append(Array("0123456789ABCDEF".utf8)[Int(digit)]) }
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Letters of other scripts stay: browsers know what is meant, and authors can read it.
    private static func isMark(_ byte: UInt8) -> Bool { byte <= 0x20 || " %?#\"<>\\^`{|}:&'".utf8.contains(byte) }
}
