/// Lines of comma-separated values that are not yet written. Numbers have every digit that it takes to read the same bits
/// again.
struct LineBuffer {
    private var memory: [UInt8]
    private var count: Int

    /// A buffer that begins with a header.
    init(header: String) {
        memory = Array((header + "\n").utf8)
        count = memory.count
    }

    /// The lines.
    var bytes: ArraySlice<UInt8> { memory.prefix(count) }

    /// Forgets the lines, but keeps their memory.
    mutating func removeAll() { count = 0 }

    /// Appends what `fill` puts, which must be no more than `size` bytes.
    mutating func append(atMost size: Int, _ fill: (inout Cursor) -> Void) {
        if memory.count < count + size {
            memory.append(contentsOf: repeatElement(0, count: max(count, size)))
        }
        count = memory.withUnsafeMutableBufferPointer { memory in
            var cursor = Cursor(place: memory.baseAddress! + count)
            fill(&cursor)
            return cursor.place - memory.baseAddress!
        }
        precondition(count <= memory.count, "more than \(size) bytes of lines")
    }

    /// Where the next byte goes.
    struct Cursor {
        fileprivate var place: UnsafeMutablePointer<UInt8>

        mutating func put(_ number: Int) { place += DecimalText.write(number, to: place) }

        mutating func put(_ number: Double) { place += DecimalText.write(number, to: place) }

        mutating func put(_ text: [UInt8]) {
            text.withUnsafeBufferPointer { text in
                guard let start = text.baseAddress else { return }
                place.update(from: start, count: text.count)
            }
            place += text.count
        }

        mutating func endField() { end(with: UInt8(ascii: ",")) }

        mutating func endLine() { end(with: UInt8(ascii: "\n")) }

        private mutating func end(with byte: UInt8) {
            place.pointee = byte
            place += 1
        }
    }
}
