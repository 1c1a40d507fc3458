public import Language
import Records

/// Questions of a file for a chat model, in the form of GSM8K.
public struct ChatQuestions: Dataset {
    /// The original's system text, which asks for the format that its rewards look for.
    public static let system =
        "\nRespond in the following format:\n<reasoning>\n...\n</reasoning>\n<answer>\n...\n</answer>\n"

    private let problems: GSM8K
    /// How many questions were left out, since they are longer than a prompt may be.
    public let leftOut: Int

    /// Reads a file, and holds questions out: every hundredth, or those of another file.
    ///
    /// - Parameters:
    ///   - promptLimit: the most tokens of a prompt; the original cuts longer ones from the left, in the midst of the system's words.
    /// - Throws: `GSM8KError` with the line that is wrong, `RecordError` for a file that can not be read.
    public init(
        reading path: String, heldOut other: String? = nil, for coder: any TextCoder, promptLimit: Int, seed: UInt64 = 0
    ) throws {
        func text(_ path: String) throws -> String {
            String(decoding: try [UInt8](contentsOfFile: path), as: UTF8.self)
        }
        var problems = try GSM8K(parsing: text(path), file: path, seed: seed)
        if let other {
            problems = GSM8K(
                training: try GSM8K.questions(parsing: text(path), file: path),
                heldOut: try GSM8K.questions(parsing: text(other), file: other))
        }
        func short(_ questions: [Question]) throws -> [Question] {
            try questions.filter { try coder.prompt(of: $0).count <= promptLimit }
        }
        let kept = GSM8K(training: try short(problems.training), heldOut: try short(problems.heldOut))
        guard !kept.training.isEmpty, !kept.heldOut.isEmpty else {
            throw ChatModelError.tooLong(promptLimit: promptLimit)
        }
        leftOut = problems.training.count + problems.heldOut.count - kept.training.count - kept.heldOut.count
        self.problems = kept
    }

    /// The questions in the file's order, and from its beginning again.
    public func trainingQuestion(_ number: Int, seed: UInt64) -> Question {
        problems.trainingQuestion(number, seed: seed)
    }

    /// The first `count` held-out questions, or all if there are fewer.
    public func heldOutQuestions(_ count: Int) -> [Question] { Array(problems.heldOut.prefix(count)) }
}
