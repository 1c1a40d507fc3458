import DeterministicMath

/// Grade-school word problems (Cobbe et al., "Training verifiers to solve math word problems", 2021), read from the files
/// that they are published in: a JSON object a line, with `question` and `answer`, whose last line is `#### 72`.
///
/// ```swift
/// let problems = try GSM8K(parsing: String(contentsOfFile: "train.jsonl", encoding: .utf8), file: "train.jsonl")
/// ```
public struct GSM8K: Dataset {
    /// The questions to learn from, in the file's order.
    public let training: [Question]
    /// The questions held out.
    public let heldOut: [Question]

    /// Reads a file and holds out every 100th question, of a random order that the seed decides (99/1 as in the original,
    /// whose order differs from run to run).
    ///
    /// - Throws: ``GSM8KError`` with the line that is wrong; lines count from 1.
    public init(parsing text: String, file: String, seed: UInt64 = 0) throws(GSM8KError) {
        let questions = try Self.questions(parsing: text, file: file)
        guard !questions.isEmpty else { throw GSM8KError(file: file, line: 1, problem: "there is no question") }
        var generator = Xoshiro256StarStar(seed: seed)
        let order = generator.permutation(count: questions.count)
        let isHeldOut = Set(order.prefix(max(1, questions.count / 100)))
        training = questions.indices.filter { !isHeldOut.contains($0) }.map { questions[$0] }
        heldOut = questions.indices.filter { isHeldOut.contains($0) }.map { questions[$0] }
    }

    /// The questions of one file after the other, as the test set is published: to learn from one and be judged by another.
    public init(training: [Question], heldOut: [Question]) {
        self.training = training
        self.heldOut = heldOut
    }

    /// The questions in the file's order, whatever the seed, and from its beginning again.
    public func trainingQuestion(_ number: Int, seed: UInt64) -> Question { training[number % training.count] }

    /// The first `count` held-out questions.
    public func heldOutQuestions(_ count: Int) throws(DatasetError) -> [Question] {
        guard count <= heldOut.count else { throw .tooFewHeldOut(asked: count, available: heldOut.count) }
        return Array(heldOut.prefix(count))
    }
}
