extension Decoder {
    /// Throws `DecodingError` with the message unless the condition holds.
    func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
        guard condition else {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: message()))
        }
    }
}
