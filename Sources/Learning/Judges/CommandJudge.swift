/// A judge that is a command: it reads one line of JSON for each answer and writes one line with a score for each, in their order.
///
/// ```sh
/// jq -r 'if .answer == .reference then 10 else 0 end'
/// ```
///
/// It is started for every batch, by a shell. One that needs long to start is better a server: ``EndpointJudge``.
public struct CommandJudge: OutsideJudge {
    /// What the shell runs.
    public let command: String
    /// How long it may take, and how often it is started again.
    public let patience: Patience

    /// Creates a judge.
    public init(_ command: String, patience: Patience) throws(JudgeError) {
        guard command.contains(where: { !$0.isWhitespace }) else {
            throw .setting(name: "the judge's command", value: "'\(command)'", requirement: "one that a shell can run")
        }
        (self.command, self.patience) = (command, patience)
    }

    /// The command in quotation marks.
    public var name: String { "'\(command)'" }

    /// What it says of each answer.
    ///
    /// - Throws: ``JudgeError`` once it has failed so often as patience allows: by its status, its lines, or its time.
    public func words(
        for answers: [JudgedAnswer], again: @escaping @Sendable () -> Void
    ) async throws(JudgeError) -> [String] {
        let bytes = Array(answers.map { $0.line() + "\n" }.joined().utf8)
        return try await patience.attempts(again: again) { () async throws(JudgeError) in
            try await lines(for: bytes, count: answers.count)
        }
    }

    private func lines(for bytes: [UInt8], count: Int) async throws(JudgeError) -> [String] {
        let (command, seconds) = (command, patience.seconds)
        let result = try await onThread { () throws(JudgeError) in
            try StartedCommand(command).talk(bytes, seconds: seconds)
        }
        guard result.code == 0 else {
            let last = Self.lines(of: result.error).last { !$0.isEmpty } ?? ""
            throw .status(command: command, code: result.code, lastLine: last)
        }
        let lines = Self.lines(of: result.output)
        guard lines.count == count else { throw .lines(command: command, expected: count, found: lines.count) }
        return lines
    }

    /// The lines of a text, without what is after the last one's end if that is nothing.
    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { String(decoding: $0, as: UTF8.self).trimmed }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let rest = drop { $0.isWhitespace }
        return String(rest.prefix(rest.count - rest.reversed().prefix { $0.isWhitespace }.count))
    }
}
