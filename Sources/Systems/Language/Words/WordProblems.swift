import DeterministicMath

/// The endless set of word problems, of which a tenth is held out: those whose skeleton has a hash that ends in 0.
///
/// Names and things alone make 64 problems of every skeleton (and more with somebody to give to), so a split by text would
/// leave the twins of most held-out problems among the training problems.
public struct WordProblems: Dataset, Hashable {
    /// Creates the set; all of them are the same.
    public init() {}

    /// The problem with a number in the endless sequence that a seed decides.
    public func trainingProblem(_ number: Int, seed: UInt64) -> WordProblem {
        var generator = Self.generator(number, seed: seed)
        return Self.draw(heldOut: false, using: &generator)
    }

    /// The question of ``trainingProblem(_:seed:)``.
    public func trainingQuestion(_ number: Int, seed: UInt64) -> Question {
        trainingProblem(number, seed: seed).question
    }

    /// `count` problems that are never trained on; fewer are the first of more.
    public func heldOutProblems(_ count: Int) -> [WordProblem] {
        var generator = Xoshiro256StarStar(seed: 0x68656c64)
        return (0..<count).map { _ in Self.draw(heldOut: true, using: &generator) }
    }

    /// The questions of ``heldOutProblems(_:)``; there is no end to them.
    public func heldOutQuestions(_ count: Int) -> [Question] { heldOutProblems(count).map(\.question) }

    /// The chance that makes a problem, apart from that of those who train with the same seed.
    static func generator(_ number: Int, seed: UInt64) -> Xoshiro256StarStar {
        Xoshiro256StarStar(seed: SplitMix64.mix(seed ^ 0x776f7264), stream: UInt64(number))
    }

    static func draw(heldOut: Bool, using generator: inout Xoshiro256StarStar) -> WordProblem {
        while true {
            let problem = WordProblem(using: &generator)
            if problem.isHeldOut == heldOut { return problem }
        }
    }
}
