public import Markdown

/// Something wrong in a book: where, how bad, and what.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable, Codable {
        /// The site is not written.
        case error
        /// The site is written all the same.
        case warning
    }

    /// The file as the author knows it, such as `chapters/01-the-model.md`.
    public var path: String
    /// The place in the file; nil if the whole file is meant.
    public var position: SourcePosition?
    /// How bad it is.
    public var severity: Severity
    /// What is wrong.
    public var problem: Problem

    /// Creates a diagnostic.
    public init(path: String, position: SourcePosition?, severity: Severity = .error, problem: Problem) {
        self.path = path
        self.position = position
        self.severity = severity
        self.problem = problem
    }

    /// One line as compilers write it: `path:line:column: error: message`.
    public var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): \(severity.rawValue): \(problem.message)"
    }
}

/// All that is wrong; thrown when at least one of them is an error.
public struct Diagnostics: Error, Hashable, Sendable {
    /// What is wrong, in the order of the book.
    public var all: [Diagnostic]

    /// Creates the collection.
    public init(_ all: [Diagnostic]) {
        self.all = all
    }
}

extension [Diagnostic] {
    /// Whether the site can not be written.
    var hasErrors: Bool { contains { $0.severity == .error } }
}
