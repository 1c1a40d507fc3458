/// What can be wrong with a sweep: facts; `description` makes the words.
public enum SweepError: Error, Equatable, Sendable {
    /// Something in the plan can not be.
    case plan(path: String, place: PlanPlace, flaw: Flaw)
    /// The sources of the program were changed after it was built: its results would have a name that is not theirs.
    case olderThanItsSources(program: String, newer: String)
    /// Two machines, or two runs, computed other bytes for one block.
    case disagreement(block: String, file: String, line: Int)
    /// A file has another block's name.
    case misnamed(file: String)
    /// Blocks are missing.
    case missing(blocks: [String], of: Int)
    /// A task is none of so many.
    case task(Int, of: Int)
    /// A program that a sweep needs did not do what it was asked; its last words.
    case refused(program: String, reason: String)

    /// What can be wrong with a plan.
    public enum Flaw: Equatable, Sendable {
        /// The rest of a line can not stand where it does.
        case notUnderstood(String)
        /// A key is there twice.
        case keyTwice(String)
        /// Keys and values belong here.
        case notMapping
        /// A key means nothing.
        case unknownKey(String)
        /// A key is missing.
        case missing(String)
        /// One value, or for a setting a list of values, belongs here.
        case notScalar(String)
        /// A value has a character that tables have not.
        case notPlain(String)
        /// A value is no number of things.
        case notCount(String, String)
        /// A value is no range of seeds.
        case notSeeds(String)
        /// The seed is a setting.
        case seedIsSetting
        /// A value is twice in a list.
        case twice(String, String)
        /// A setting names a file that is not there.
        case noFile(String)
        /// No such command can be swept.
        case unknownCommand(String, known: [String])
        /// The command refuses a combination of settings.
        case refused(settings: String, reason: String)
    }
}

extension SweepError: CustomStringConvertible {
    /// The error in words; a plan's begins with its place, as compilers write it.
    public var description: String {
        switch self {
        case .plan(let path, let place, let flaw): "\(path):\(place.line):\(place.column): error: \(flaw)"
        case .olderThanItsSources(let program, let newer):
            "error: \(program) is older than \(newer), from which it was built; build it again"
        case .disagreement(let block, let file, let line):
            "error: two machines disagree on \(block): line \(line) of \(file) is not what was computed here"
        case .misnamed(let file): "error: \(file) is another block's; remove it"
        case .missing(let blocks, let count):
            "error: \(blocks.count) of \(count) blocks are missing:\n"
                + blocks.prefix(20).map { "  \($0)" }.joined(separator: "\n")
                + (blocks.count > 20 ? "\n  and \(blocks.count - 20) more" : "")
        case .task(let task, let count): "error: task \(task) is none of \(count); tasks are counted from 0"
        case .refused(let program, let reason): "error: \(program): \(reason)"
        }
    }
}

extension SweepError.Flaw: CustomStringConvertible {
    /// The flaw in words.
    public var description: String {
        switch self {
        case .notUnderstood(let rest):
            (rest.isEmpty ? "the line ends too early" : "'\(rest)' is not understood here")
                + ": a plan has lines such as 'key: value', 'key: [value, value]' and '- value'"
        case .keyTwice(let key): "'\(key)' is there twice"
        case .notMapping: "keys with values belong here: command, settings, seeds, block"
        case .unknownKey(let key): "unknown key '\(key)': there are command, settings, seeds, block"
        case .missing(let key): "the plan has no '\(key)'"
        case .notScalar(let key): "'\(key)' has no value"
        case .notPlain(let text): "'\(text)' has a comma, a quotation mark or a line's end, which tables can not show"
        case .notCount(let key, let text): "'\(key)' is \(text); it must be a whole number from 1 to 1000000"
        case .notSeeds(let text): "'seeds' is \(text); it must be one seed, or the first and the last: 1-4000"
        case .seedIsSetting: "the seed is no setting: 'seeds' says which there are"
        case .twice(let text, let flag): "'\(text)' is twice in '\(flag)'"
        case .noFile(let path): "there is no file or folder '\(path)'"
        case .unknownCommand(let name, let known):
            "'\(name)' can not be swept; what can: \(known.joined(separator: ", "))"
        case .refused(let settings, let reason): "\(settings): \(reason)"
        }
    }
}
