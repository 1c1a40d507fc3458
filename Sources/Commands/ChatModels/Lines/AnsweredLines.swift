import Records

/// Answers lines of JSON with lines of JSON, each as soon as it is there; empty lines are passed over.
///
/// - Parameters:
///   - next: the next line; nil at the end.
///   - write: takes each answer's line.
/// - Throws: what `answer` throws, and `RecordError` for a line that is not what is asked for, by its number.
public func answerLines<Line: Decodable, Answer: Encodable>(
    next: () -> String?, write: (String) -> Void, answer: (Line) throws -> Answer
) throws {
    var number = 0
    while let text = next() {
        number += 1
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        let line = try Line(parsingJSON: Array(text.utf8), path: "line \(number)")
        do { write(try answer(line).jsonLine()) } catch let error as ChatModelError {
            throw ChatModelError.tokens("line \(number): \(error)")
        }
    }
}
