extension Collection<UInt8> {
    /// The place of the first byte that is not UTF-8, as line and column in bytes, both from 1; nil if all bytes are.
    package var firstInvalidUTF8: (line: Int, column: Int)? {
        var parser = UTF8.ForwardParser()
        var bytes = makeIterator()
        var (line, column) = (1, 1)
        while true {
            switch parser.parseScalar(from: &bytes) {
            case .valid(let scalar) where scalar.first == UInt8(ascii: "\n"): (line, column) = (line + 1, 1)
            case .valid(let scalar): column += scalar.count
            case .emptyInput: return nil
            case .error: return (line, column)
            }
        }
    }
}
