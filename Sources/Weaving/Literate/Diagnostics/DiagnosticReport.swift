public import Foundation
import Markdown

/// Diagnostics as people and editors read them.
public struct DiagnosticReport: Sendable {
    private let diagnostics: [Diagnostic]
    private let folder: URL

    /// A report of `diagnostics`, whose paths are relative to `folder`.
    public init(_ diagnostics: [Diagnostic], folder: URL) {
        self.diagnostics = diagnostics
        self.folder = folder
    }

    /// Each diagnostic, and under it the line of the source with a caret.
    public var text: String {
        var sources: [String: String] = [:]
        return diagnostics.map { diagnostic in
            let message = diagnostic.description.withoutControls + "\n"
            guard let position = diagnostic.position else { return message }
            if sources[diagnostic.path] == nil { sources[diagnostic.path] = source(of: diagnostic) }
            return message + (Excerpt(of: sources[diagnostic.path]!, at: position).map { "\($0)\n" } ?? "")
        }.joined()
    }

    /// One array of objects with `path`, `line`, `column`, `severity` and `message`; line and column are missing when the
    /// whole file is meant. Both count from 1, columns in bytes of UTF-8.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let records = diagnostics.map(Record.init)
        guard let data = try? encoder.encode(records) else { preconditionFailure("texts and numbers can be encoded") }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// An excerpt helps and is no result: without the file there is none.
    private func source(of diagnostic: Diagnostic) -> String {
        let path = diagnostic.path
        let file = path.hasPrefix("/") ? URL(fileURLWithPath: path) : folder.appendingPathComponent(path)
        let data = try? Data(contentsOf: file)
        return String(decoding: data ?? Data(), as: UTF8.self).replacing("\r\n", with: "\n")
    }

    private struct Record: Encodable {
        let path: String
        let line: Int?
        let column: Int?
        let severity: Diagnostic.Severity
        let message: String

        init(_ diagnostic: Diagnostic) {
            path = diagnostic.path
            line = diagnostic.position?.line
            column = diagnostic.position?.column
            severity = diagnostic.severity
            message = diagnostic.problem.message
        }
    }
}
