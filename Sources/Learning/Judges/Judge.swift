/// Who scores answers from outside: another program.
///
/// What it says of an answer is words; ``JudgeScale/score(in:)`` reads them. What can not be read is scored as the minimum, and counted.
public protocol OutsideJudge: Sendable {
    /// How it is called in messages.
    var name: String { get }

    /// What it says of each answer, in their order.
    ///
    /// - Parameter again: called before each request that is made again.
    func words(for answers: [JudgedAnswer], again: @escaping @Sendable () -> Void) async throws(JudgeError) -> [String]
}
