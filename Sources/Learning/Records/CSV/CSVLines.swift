/// Lines of comma-separated values that are not yet written. Numbers have every digit that it takes to read the same bits
/// again.
public struct CSVLines {
    private var memory: [UInt8]
    private var count: Int

    /// Lines that begin with a header, such as `epoch,mean,std`.
    public init(header: String) {
        memory = Array((header + "\n").utf8)
        count = memory.count
    }

    /// The lines.
    public var bytes: ArraySlice<UInt8> { memory.prefix(count) }

    /// Forgets the lines, but keeps their memory.
    public mutating func removeAll() { count = 0 }

    /// Appends what `fill` puts, which must be no more than `size` bytes: at most `longestNumber` for each number, and a byte
    /// for each end.
    public mutating func append(atMost size: Int, _ fill: (inout Cursor) -> Void) {
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

    /// How many bytes a number takes at most.
    public static let longestNumber = DecimalText.maximumLength

    /// Where the next byte goes.
    public struct Cursor {
        fileprivate var place: UnsafeMutablePointer<UInt8>

        /// A whole number.
        public mutating func put(_ number: Int) { place += DecimalText.write(number, to: place) }

        /// A number, with every digit that it takes to read the same bits again.
        public mutating func put(_ number: Double) { place += DecimalText.write(number, to: place) }

        /// A text without commas and line ends, as UTF-8.
        public mutating func put(_ text: [UInt8]) {
            text.withUnsafeBufferPointer { text in
                guard let start = text.baseAddress else { return }
                place.update(from: start, count: text.count)
            }
            place += text.count
        }

        /// The comma behind a field.
        public mutating func endField() { end(with: UInt8(ascii: ",")) }

        /// The end of a line.
        public mutating func endLine() { end(with: UInt8(ascii: "\n")) }

        private mutating func end(with byte: UInt8) {
            place.pointee = byte
            place += 1
        }
    }
}
