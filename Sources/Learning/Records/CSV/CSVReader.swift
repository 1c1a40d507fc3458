/// A file of comma-separated values, read line by line. Throws `RecordError` with the line for what does not belong there.
public struct CSVReader {
    private let path: String
    private let lines: [ArraySlice<UInt8>]
    private let columnCount: Int
    private var line = 0
    private var fields: [ArraySlice<UInt8>] = []

    /// Opens a file and checks that it is UTF-8, and its first line.
    public init(path: String, header: String) throws(RecordError) {
        self.path = path
        let bytes = try [UInt8](contentsOfFile: path)
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        columnCount = header.split(separator: ",").count
        try RecordError.requireUTF8(bytes, path: path)
        guard lines[0].elementsEqual(header.utf8) else { throw malformed(.header(expected: header)) }
    }

    /// Goes to the next line; false at the end. Every line must be whole.
    public mutating func next() throws(RecordError) -> Bool {
        line += 1
        guard line < lines.count - 1 else {
            guard line >= lines.count || lines[line].isEmpty else { throw malformed(.cutOff) }
            return false
        }
        fields = lines[line].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard fields.count == columnCount else {
            throw malformed(.fieldCount(fields.count, expected: columnCount))
        }
        return true
    }

    /// The text of a column, counted from 0.
    public func text(_ column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }

    /// The whole number of a column, at least 0.
    public func integer(_ column: Int) throws(RecordError) -> Int {
        guard let value = Int(text(column)), value >= 0 else { throw malformed(.notWhole(text(column))) }
        return value
    }

    /// The finite number of a column.
    public func number(_ column: Int) throws(RecordError) -> Double {
        guard let value = Double(text(column)), value.isFinite else { throw malformed(.notNumber(text(column))) }
        return value
    }

    /// Throws unless the line says what it must.
    public func expect(_ isMet: Bool, _ requirement: String) throws(RecordError) {
        guard isMet else { throw malformed(.unexpected(requirement: requirement)) }
    }

    private func malformed(_ flaw: RecordError.Flaw) -> RecordError {
        .malformed(path: path, place: TextPlace(line: line + 1), flaw: flaw)
    }
}
