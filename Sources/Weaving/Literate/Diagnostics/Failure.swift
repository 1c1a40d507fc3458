/// What keeps weave from working though nothing is wrong with the book.
public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file or folder can not be written; the system's reason.
    case unwritable(path: String, reason: String)
    /// A folder that must be empty is not.
    case notEmpty(path: String)
    /// A preview can not listen there; the system's reason.
    case unservable(address: String, reason: String)
    /// There is no Swift compiler on the search path.
    case noCompiler
    /// No chapter of the book has this name.
    case noSuchChapter(String, known: [String])

    /// The failure in words.
    public var description: String {
        switch self {
        case .unwritable(let path, let reason): "\(path): error: can not be written: \(reason)"
        case .notEmpty(let path): "\(path): error: there is something in it already"
        case .unservable(let address, let reason):
            "\(address): error: can not be served: \(reason); --port chooses another port"
        case .noCompiler: "PATH: error: there is no swiftc or no swift in its folders"
        case .noSuchChapter(let name, let known):
            "\(name): error: the book has no such chapter, and weave no such command"
                + hint(for: name, among: known)
        }
    }

    /// Whether it is what was asked for that can not be, rather than the files.
    public var isWrongUsage: Bool { if case .noSuchChapter = self { true } else { false } }
}
