/// Why a file can not be written, read or understood: facts; `description` makes the words.
public enum RecordError: Error, Equatable, Sendable {
    /// The system refuses to write; `code` is its error number.
    case unwritable(path: String, code: Int32)
    /// The system refuses to read; `code` is its error number.
    case unreadable(path: String, code: Int32)
    /// What stands there is not what belongs there; the place is nil if no line is known.
    case malformed(path: String, place: TextPlace?, flaw: Flaw)

    /// What can be wrong with the content of a file. A field is named as in `trace[3].noise[17]`.
    public enum Flaw: Equatable, Sendable {
        /// The bytes are no UTF-8 from here on.
        case notUTF8
        /// The bytes are no gzip, or not all of it.
        case notGzip(Gunzip.Flaw)
        /// The first line is another one.
        case header(expected: String)
        /// The last line has no end.
        case cutOff
        /// A line has another number of fields.
        case fieldCount(Int, expected: Int)
        /// A field is no whole number of at least 0.
        case notWhole(String)
        /// A field is no finite number.
        case notNumber(String)
        /// Something else belongs here.
        case unexpected(requirement: String)
        /// A log has no epoch.
        case noEpochs
        /// The text is no JSON; the parser's reason.
        case notJSON(reason: String)
        /// A field is missing.
        case missing(field: String)
        /// A field's value is of another type.
        case wrongType(field: String)
        /// A field's value can not be; the decoder's reason.
        case notValid(field: String, reason: String)
        /// A number is NaN or infinite, which JSON can not say but some programs write.
        case notFinite(field: String, value: String)
        /// A list is empty that must not be.
        case empty(field: String)
        /// A list has another number of elements.
        case count(field: String, Int, expected: Int)
        /// A number is out of its range.
        case value(field: String, String, requirement: String)
        /// An index points at nothing: there are only so many of `what`.
        case index(field: String, Int, count: Int, of: String)
    }
}

/// A place in a text: line and column, in bytes of UTF-8, both from 1; the column is nil if the whole line is meant.
public struct TextPlace: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int?

    /// States a place.
    public init(line: Int, column: Int? = nil) {
        self.line = line
        self.column = column
    }

    /// The place of the byte at `offset`.
    public init(ofByte offset: Int, in bytes: some Collection<UInt8>) {
        let before = bytes.prefix(offset)
        let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        self.init(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    }
}
