/// Questions to learn from, and others, never learned from, to be judged by.
///
/// A question is found by its number alone: whoever trains needs to remember no more than how many questions were asked, and a
/// run that was stopped goes on with the next one.
public protocol Dataset: Sendable {
    /// The question with a number, 0 or more, in the order that a seed decides.
    func trainingQuestion(_ number: Int, seed: UInt64) -> Question

    /// `count` questions that no training question equals; the same ones each time.
    func heldOutQuestions(_ count: Int) throws(DatasetError) -> [Question]
}

extension Dataset {
    /// The questions of an update: those with numbers from `first` on.
    public func trainingQuestions(from first: Int, count: Int, seed: UInt64) -> [Question] {
        (first..<first + count).map { trainingQuestion($0, seed: seed) }
    }
}

/// Why a data set can not give what it is asked for.
public enum DatasetError: Error, Equatable, CustomStringConvertible {
    /// More questions are asked for than were held out.
    case tooFewHeldOut(asked: Int, available: Int)

    /// One sentence with both numbers.
    public var description: String {
        switch self {
        case .tooFewHeldOut(let asked, let available):
            "\(asked) held-out questions are asked for; there are \(available)"
        }
    }
}
