public import Advantages

/// Why a problem or a run can not be.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
    /// A setting has a value that makes no sense.
    case setting(InvalidSetting)
    /// A reward is not a number that can be squared: a custom reward's mistake, or parameters that diverged. Epochs count
    /// from 0.
    case reward(value: String, prompt: String, epoch: Int)

    /// One sentence that names the place, the value and what was expected.
    public var description: String {
        switch self {
        case .setting(let setting):
            setting.description
        case .reward(let value, let prompt, let epoch):
            "the reward of prompt \(prompt) in epoch \(epoch) is \(value); it must be a number below 1e150 in size"
        }
    }
}

/// Throws unless `isMet`.
func require(
    _ isMet: Bool, _ name: String, _ value: some Any, _ requirement: @autoclosure () -> String
) throws(TrainingError) {
    guard isMet else { throw .setting(InvalidSetting(name, value, mustBe: requirement())) }
}

/// Throws unless a batch can have this size.
func requireSize(_ size: Int, _ name: String) throws(TrainingError) {
    do { try InvalidSetting.unlessSize(size, name) } catch { throw .setting(error) }
}
