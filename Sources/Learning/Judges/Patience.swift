import Synchronization

/// How long a judge is waited for, and how often it is asked again.
public struct Patience: Hashable, Sendable {
    /// How many seconds an answer may take.
    public let seconds: Double
    /// How often a judge is asked again after a failure.
    public let retries: Int
    /// How many seconds are waited before the first of these; before each further one twice as many.
    public let pause: Double

    /// Creates a rule.
    ///
    /// - Throws: ``JudgeError/setting(name:value:requirement:)``.
    public init(seconds: Double = 60, retries: Int = 3, pause: Double = 1) throws(JudgeError) {
        guard seconds > 0, seconds <= 86_400 else {
            throw .setting(
                name: "the time limit", value: "\(seconds)", requirement: "above 0 and at most a day's seconds")
        }
        guard (0...20).contains(retries) else {
            throw .setting(name: "the number of retries", value: "\(retries)", requirement: "from 0 to 20")
        }
        guard pause >= 0, pause <= 3600 else {
            throw .setting(name: "the pause", value: "\(pause)", requirement: "from 0 to 3600 seconds")
        }
        (self.seconds, self.retries, self.pause) = (seconds, retries, pause)
    }

    /// What `work` gives at last.
    ///
    /// - Parameter again: called before each further attempt.
    /// - Throws: the last error, with the number of attempts.
    func attempts<Value>(
        again: () -> Void, _ work: () async throws(JudgeError) -> Value
    ) async throws(JudgeError) -> Value {
        var pause = pause
        for attempt in 0... {
            do { return try await work() } catch {
                guard attempt < retries else { throw retries == 0 ? error : .attempts(attempt + 1, error) }
            }
            again()
            // A task that is cancelled asks again at once.
            try? await Task.sleep(for: .seconds(pause))
            pause *= 2
        }
        fatalError("a judge was asked without end")
    }
}

/// What happened to a judge's requests.
public struct JudgeCounts: Hashable, Sendable, Codable {
    /// How many answers were judged.
    public var answers = 0
    /// How many of these got the least score, as the judge's words could not be read.
    public var unreadable = 0
    /// How often a request was made again.
    public var retries = 0

    /// Nothing yet.
    public init() {}

    /// One line that says all of them.
    public var line: String {
        "The judge scored \(answers) answers, \(unreadable) of them unreadable, and was asked again \(retries) times."
    }
}
