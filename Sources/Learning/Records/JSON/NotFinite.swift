/// The first NaN or Infinity of a JSON text outside its strings, and the field whose name was the last before it.
func firstNotFinite(in json: [UInt8]) -> (place: TextPlace, flaw: RecordError.Flaw)? {
    var (isInString, isEscaped, textStart) = (false, false, 0)
    var (field, text, index) = ("the file", "", 0)
    for (place, byte) in json.enumerated() {
        // A backslash takes its meaning from the byte behind it, even from another backslash.
        defer { isEscaped = isInString && !isEscaped && byte == UInt8(ascii: "\\") }
        switch byte {
        case UInt8(ascii: "\"") where !isEscaped:
            if isInString { text = String(decoding: json[textStart..<place], as: UTF8.self) }
            isInString.toggle()
            textStart = place + 1
        case _ where isInString: break
        case UInt8(ascii: ":"): (field, index) = (text, -1)
        case UInt8(ascii: "["): index = 0
        case UInt8(ascii: ",") where index >= 0: index += 1
        case UInt8(ascii: "N"), UInt8(ascii: "I"):
            return (
                TextPlace(ofByte: place, in: json),
                .notFinite(
                    field: index < 0 ? field : "\(field)[\(index)]",
                    value: byte == UInt8(ascii: "N") ? "NaN" : "infinite")
            )
        default: break
        }
    }
    return nil
}
