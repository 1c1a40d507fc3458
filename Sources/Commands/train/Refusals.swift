import Advantages
import ArgumentParser

extension InvalidSetting {
    /// The error with flags for the names of settings.
    func named(by flags: [String: String]) -> ValidationError {
        let requirement = flags.reduce(requirement) { $0.replacing("the \($1.key),", with: "\($1.value),") }
        return ValidationError("\(flags[name] ?? name) is \(value); it must be \(requirement)")
    }
}

/// Throws unless a flag's value is what it must be.
func require(_ isMet: Bool, _ flag: String, _ value: some Any, _ requirement: String) throws(ValidationError) {
    guard isMet else { throw ValidationError("\(flag) is \(value); it must be \(requirement)") }
}

/// Throws if a path is empty.
func requirePath(_ flag: String, _ path: String) throws(ValidationError) {
    guard !path.isEmpty else { throw ValidationError("\(flag) is empty; it must be a folder's path") }
}
