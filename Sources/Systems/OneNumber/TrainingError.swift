/// Why a problem or a run can not be.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
    /// A setting has a value that makes no sense.
    case setting(name: String, value: String, requirement: String)
    /// A reward is not a number that can be squared: a custom reward's mistake, or parameters that diverged. Epochs count
    /// from 0.
    case reward(value: String, prompt: String, epoch: Int)

    /// Rewards below this have a finite variance.
    static let rewardBound = 1e150
    /// Batches and windows up to this size fit into memory.
    static let sizeBound = 1_000_000

    /// One sentence that names the place, the value and what was expected.
    public var description: String {
        switch self {
        case .setting(let name, let value, let requirement):
            "\(name) is \(value); it must be \(requirement)"
        case .reward(let value, let prompt, let epoch):
            "the reward of prompt \(prompt) in epoch \(epoch) is \(value); it must be a number below 1e150 in size"
        }
    }
}

/// Throws unless `isMet`.
func require<Value>(
    _ isMet: Bool, _ name: String, _ value: Value, _ requirement: @autoclosure () -> String
) throws(TrainingError) {
    guard isMet else {
        throw .setting(name: name, value: "\(value)", requirement: requirement())
    }
}

/// Throws unless a batch or a window can have this size.
func requireSize(_ size: Int, _ name: String) throws(TrainingError) {
    try require(size >= 1, name, size, "at least 1")
    try require(size <= TrainingError.sizeBound, name, size, "at most \(TrainingError.sizeBound)")
}
