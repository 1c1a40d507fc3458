/// Cuts bytes as they come into lines that end in a line feed.
struct Lines {
    /// The line that has not ended yet, in the pieces in which it came: it may be of tens of megabytes.
    private var open: [UInt8] = []

    /// Takes more bytes.
    ///
    /// - Returns: the lines that have ended with them, without their line feeds and without those that are empty.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var ended: [String] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            open += UnsafeRawBufferPointer(rebasing: rest[..<end])
            rest = rest[(end + 1)...]
            if let line = last { ended.append(line) }
            open.removeAll()
        }
        open += UnsafeRawBufferPointer(rebasing: rest)
        return ended
    }

    /// What came behind the last line feed; nil if nothing did.
    var last: String? { open.isEmpty ? nil : String(decoding: open, as: UTF8.self) }
}
