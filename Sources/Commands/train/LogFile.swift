/// A log of comma-separated values, read line by line.
struct LogFile {
    private let path: String
    private let lines: [ArraySlice<UInt8>]
    private let columnCount: Int
    private var line = 0
    private var fields: [ArraySlice<UInt8>] = []

    /// Opens a log and checks its first line.
    init(path: String, header: String) throws(FileError) {
        self.path = path
        let bytes = try contents(of: path)
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        columnCount = header.split(separator: ",").count
        guard lines[0].elementsEqual(header.utf8) else {
            throw .malformed(path: path, line: 1, reason: "the first line must be “\(header)”")
        }
    }

    /// Goes to the next line; false at the end. Every line must be whole.
    mutating func next() throws(FileError) -> Bool {
        line += 1
        guard line < lines.count - 1 else {
            guard line >= lines.count || lines[line].isEmpty else { throw malformed("the line is cut off") }
            return false
        }
        fields = lines[line].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard fields.count == columnCount else {
            throw malformed("\(fields.count) fields; there must be \(columnCount)")
        }
        return true
    }

    func text(_ column: Int) -> String { String(decoding: fields[column], as: UTF8.self) }

    func integer(_ column: Int) throws(FileError) -> Int {
        guard let value = Int(text(column)), value >= 0 else { throw malformed("“\(text(column))” is no whole number") }
        return value
    }

    func number(_ column: Int) throws(FileError) -> Double {
        guard let value = Double(text(column)), value.isFinite else {
            throw malformed("“\(text(column))” is no number")
        }
        return value
    }

    /// Throws unless the line says what it must.
    func expect(_ isMet: Bool, _ requirement: String) throws(FileError) {
        guard isMet else { throw malformed("there must be \(requirement) here") }
    }

    private func malformed(_ reason: String) -> FileError {
        .malformed(path: path, line: line + 1, reason: reason)
    }
}
