/// What the Swift runtime prints when a program traps, taken out of what a cell printed.
struct LastWords: Hashable, Sendable {
    /// The message, such as `Fatal error: no more`, without its place; nil if the runtime printed none.
    var message: String?
    /// Whether a thrown error that nobody caught ended the program.
    var error: String?
    /// What the cell printed before.
    var rest: String

    init(in output: String) {
        let pattern = #/(?m)^(?:[^\n]*?:\d+: )?((?:Fatal error|Precondition failed|Assertion failed)(?:: (.*))?)/#
        rest = output
        guard let match = output.matches(of: pattern.dotMatchesNewlines()).last else { return }
        // Behind the message the runtime tells of its backtrace.
        let message = String(match.output.1).split(separator: "\n*** Signal")[0].description.trimmingEnd
        self.message = message
        let marker = "Error raised at top level: "
        if let range = message.firstRange(of: marker) {
            error = String(message[range.upperBound...].prefix { $0 != "\n" })
        }
        rest = String(output[..<match.range.lowerBound])
    }
}

extension String {
    /// The text without the white space at its end.
    var trimmingEnd: String {
        var text = self
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}
