import Advantages
import ArgumentParser
import DarkRoom
import Language
import OneNumber

/// What work gives that may be refused. A refusal names the setting; the user hears of the flag, and that the usage is wrong.
///
/// - Parameter flags: the flags of settings that have other names.
@discardableResult
func refusable<Value>(by flags: [String: String] = [:], _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch TrainingError.setting(let setting), LanguageError.setting(let setting), let setting as InvalidSetting {
        let requirement = flags.reduce(setting.requirement) { $0.replacing("the \($1.key),", with: "\($1.value),") }
        throw refusal(flags[setting.name] ?? setting.name, setting.value, requirement)
    } catch DarkRoomError.setting(let name, let value, let requirement) {
        throw refusal("--" + name.replacing(" ", with: "-"), value, requirement)
    } catch let error as DarkRoomError {
        throw ValidationError("\(error)")
    }
}

/// Throws unless a flag's value is what it must be.
func require(_ isMet: Bool, _ flag: String, _ value: some Any, _ requirement: String) throws(ValidationError) {
    guard isMet else { throw refusal(flag, value, requirement) }
}

private func refusal(_ flag: String, _ value: some Any, _ requirement: String) -> ValidationError {
    ValidationError("\(flag) is \(value); it must be \(requirement)")
}

/// Throws if a path is empty.
func requirePath(_ flag: String, _ path: String) throws(ValidationError) {
    guard !path.isEmpty else { throw ValidationError("\(flag) is empty; it must be a folder's path") }
}
