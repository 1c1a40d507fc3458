#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension RecordError: CustomStringConvertible {
    /// One line as compilers write it: `path:line:column: error: message`.
    public var description: String {
        switch self {
        case .unwritable(let path, let code):
            "\(path): error: can not be written: \(String(cString: strerror(code)))"
        case .unreadable(let path, let code):
            "\(path): error: can not be read: \(String(cString: strerror(code)))"
        case .malformed(let path, let place, let flaw):
            "\(path)\(place.map { ":\($0)" } ?? ""): error: \(flaw)"
        }
    }
}

extension TextPlace: CustomStringConvertible {
    /// `line:column`, or the line alone.
    public var description: String { "\(line)" + (column.map { ":\($0)" } ?? "") }
}

extension RecordError.Flaw: CustomStringConvertible {
    /// The flaw in words.
    public var description: String {
        switch self {
        case .notUTF8: "is not UTF-8"
        case .notGzip(.cutOff): "the compressed file is cut off"
        case .notGzip(.malformed): "this is no gzip file"
        case .notGzip(.checksum): "the compressed file is damaged: its checksum is another"
        case .header(let expected): "the first line must be “\(expected)”"
        case .cutOff: "the line is cut off"
        case .fieldCount(let count, let expected): "\(count) fields; there must be \(expected)"
        case .notWhole(let text): "“\(text)” is no whole number"
        case .notNumber(let text): "“\(text)” is no number"
        case .unexpected(let requirement): "there must be \(requirement) here"
        case .noEpochs: "there is no epoch to draw"
        case .notJSON(let reason): "the file is not valid: \(reason)"
        case .missing(let field): "\(field) is missing"
        case .wrongType(let field): "\(field) is of the wrong type"
        case .notValid(let field, let reason): "\(field) is not valid: \(reason)"
        case .notFinite(let field, let value): "\(field) is \(value); it must be a finite number"
        case .empty(let field): "\(field) is empty"
        case .count(let field, let count, let expected): "\(field) has \(count) elements; it must have \(expected)"
        case .value(let field, let value, let requirement): "\(field) is \(value); it must be \(requirement)"
        case .index(let field, let index, let count, let what): "\(field) is \(index), but there are \(count) \(what)"
        }
    }
}
