#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GSM8K {
    /// The questions of a file; empty lines are skipped.
    public static func questions(parsing text: String, file: String) throws(GSM8KError) -> [Question] {
        var questions: [Question] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            guard let record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8)) else {
                throw GSM8KError(
                    file: file, line: number + 1, problem: "no JSON object with the texts question and answer")
            }
            guard let question = Question(record) else {
                throw GSM8KError(file: file, line: number + 1, problem: "the answer has no number after ####")
            }
            questions.append(question)
        }
        return questions
    }

    fileprivate struct Record: Decodable {
        let question: String
        let answer: String
    }
}

extension Question {
    /// Nil without a final answer. Commas in it are removed, as in 1,000; the reasoning loses its calculator's notes,
    /// `<<48/2=24>>`, and becomes a solution in the tags that the rewards ask for.
    fileprivate init?(_ record: GSM8K.Record) {
        let answer = CodePoints(record.answer)
        guard let mark = answer.firstPlace(of: "####") else { return nil }
        let final = CodePoints(answer.scalars[(mark + 4)...]).beforeFirst("####").stripped
        let value = final.scalars.filter { $0 != "," }
        guard !value.isEmpty else { return nil }
        var reasoning = CodePoints(answer.scalars[..<mark]).stripped
        while let start = reasoning.firstPlace(of: "<<"), let end = reasoning.firstPlace(of: ">>", from: start) {
            reasoning = CodePoints(reasoning.scalars[..<start] + reasoning.scalars[(end + 2)...])
        }
        func text(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }
        self.init(
            text: record.question, answer: text(value),
            solution: "<reasoning>\n\(text(reasoning.scalars))\n</reasoning>\n<answer>\n\(text(value))\n</answer>\n")
    }
}

/// Why a file is no set of questions.
public struct GSM8KError: Error, Equatable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong there.
    public let problem: String

    /// `path:line: error: …`
    public var description: String { "\(file):\(line): error: \(problem)" }
}
