/// Why a judge gave no scores.
public enum JudgeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A setting has a value that makes no sense.
    case setting(name: String, value: String, requirement: String)
    /// The address is not one that can be asked.
    case address(String)
    /// The system does not start the command, or connect to the address; its words.
    case unreachable(judge: String, reason: String)
    /// The command ended with another status than 0; the last line of its standard error.
    case status(command: String, code: Int32, lastLine: String)
    /// The command gave another number of lines than it was given.
    case lines(command: String, expected: Int, found: Int)
    /// The address answered with another status than 200; the beginning of what it said.
    case response(address: String, code: Int, text: String)
    /// The address's answer is not what such an address gives.
    case malformed(address: String, reason: String)
    /// There was no answer in time.
    case timeout(judge: String, seconds: Double)
    /// It was asked so often, and this was wrong the last time.
    indirect case attempts(Int, JudgeError)

    /// The command or the address, and what is wrong.
    public var description: String {
        switch self {
        case .setting(let name, let value, let requirement): "\(name) is \(value); it must be \(requirement)"
        case .address(let text):
            "the judge's address is '\(text)'; it must be like http://127.0.0.1:8000/v1, with localhost or numbers for the host"
        case .unreachable(let judge, let reason): "the judge \(judge) can not be reached: \(reason)"
        case .status(let command, let code, let line):
            "the judge '\(command)' ended with status \(code)\(line.isEmpty ? "" : ": \(line)")"
        case .lines(let command, let expected, let found):
            "the judge '\(command)' gave \(found) lines for \(expected) answers"
        case .response(let address, let code, let text):
            "the judge \(address) answered with status \(code)\(text.isEmpty ? "" : ": \(text)")"
        case .malformed(let address, let reason): "the judge \(address) gave no chat completion: \(reason)"
        case .timeout(let judge, let seconds): "the judge \(judge) did not answer in \(seconds) seconds"
        case .attempts(let count, let error): "\(error) (asked \(count) times)"
        }
    }
}
