/// Why a trace can not be replayed.
enum TraceError: Error, Equatable, CustomStringConvertible {
    /// A field is missing or has a value that can not be.
    case malformed(field: String, reason: String)
    /// A number is NaN or infinite, which JSON can not say but some programs write. Lines and columns count from 1.
    case notFinite(field: String, value: String, line: Int, column: Int)

    var description: String {
        switch self {
        case .malformed(let field, let reason): "\(field) \(reason)"
        case .notFinite(let field, let value, let line, let column):
            "\(field) is \(value), in line \(line), column \(column); it must be a finite number"
        }
    }
}

extension TraceError {
    /// Names the field that could not be decoded.
    init(_ error: DecodingError, in json: [UInt8]) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .malformed(field: Self.name(context.codingPath + [key]), reason: "is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self = .malformed(field: Self.name(context.codingPath), reason: "is of the wrong type")
        case .dataCorrupted(let context):
            if context.codingPath.isEmpty, let error = Self.firstNotFinite(in: json) {
                self = error
            } else {
                let name = context.codingPath.isEmpty ? "the file" : Self.name(context.codingPath)
                let reason = (context.underlyingError.map { "\($0)" }) ?? context.debugDescription
                self = .malformed(field: name, reason: "is not valid: \(reason)")
            }
        @unknown default:
            self = .malformed(field: "the file", reason: "can not be decoded")
        }
    }

    /// `trace[3].noise[17]`.
    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            if let index = key.intValue { return name + "[\(index)]" }
            return name.isEmpty ? key.stringValue : name + "." + key.stringValue
        }
    }

    /// The first NaN or Infinity outside strings: in the field whose name was the last before it.
    private static func firstNotFinite(in json: [UInt8]) -> TraceError? {
        var (line, lineStart, isInString, isEscaped, textStart) = (1, 0, false, false, 0)
        var (field, text, index) = ("the file", "", 0)
        for (place, byte) in json.enumerated() {
            // A backslash takes its meaning from the byte behind it, even from another backslash.
            defer { isEscaped = isInString && !isEscaped && byte == UInt8(ascii: "\\") }
            switch byte {
            case UInt8(ascii: "\"") where !isEscaped:
                if isInString { text = String(decoding: json[textStart..<place], as: UTF8.self) }
                isInString.toggle()
                textStart = place + 1
            case UInt8(ascii: "\n"):
                (line, lineStart) = (line + 1, place + 1)
            case _ where isInString: break
            case UInt8(ascii: ":"): (field, index) = (text, -1)
            case UInt8(ascii: "["): index = 0
            case UInt8(ascii: ",") where index >= 0: index += 1
            case UInt8(ascii: "N"), UInt8(ascii: "I"):
                return .notFinite(
                    field: index < 0 ? field : "\(field)[\(index)]",
                    value: byte == UInt8(ascii: "N") ? "NaN" : "infinite",
                    line: line,
                    column: place - lineStart + 1
                )
            default: break
            }
        }
        return nil
    }
}
