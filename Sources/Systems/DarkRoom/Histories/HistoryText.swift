/// Steps as text, one a line, for other programs: state, action, reward, time and, where it is known, the log-probability.
///
/// ```text
/// 40 2 0 0 -1.609438
/// ```
public enum HistoryText {
    /// The lines of some steps; without log-probabilities four numbers a line.
    public static func lines(of steps: some Sequence<Step>, withLogProbabilities: Bool = true) -> String {
        var text = ""
        for step in steps {
            text += "\(step.cell) \(step.action.rawValue) \(step.reward) \(step.time)"
            if withLogProbabilities { text += " \(step.logProbability)" }
            text += "\n"
        }
        return text
    }

    /// The steps of some lines; a log-probability that is not there counts as 0. Blank lines are skipped.
    public static func steps(of text: String) throws(HistoryError) -> [Step] {
        var steps: [Step] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "\r" }
            guard !words.isEmpty else { continue }
            guard let step = Step(words) else { throw .line(number + 1, String(line)) }
            steps.append(step)
        }
        return steps
    }
}

extension Step {
    /// Nil if the words are no step.
    fileprivate init?(_ words: [Substring]) {
        guard words.count == 4 || words.count == 5,
            let cell = UInt16(words[0]), let number = UInt8(words[1]), let action = Action(rawValue: number),
            let earned = Float(words[2]), let reward = Int8(exactly: earned), let time = UInt16(words[3]),
            let logProbability = words.count == 5 ? Float(words[4]) : 0
        else { return nil }
        self.init(
            cell: Int(cell), action: action, reward: Int(reward), time: Int(time), logProbability: logProbability)
    }
}
