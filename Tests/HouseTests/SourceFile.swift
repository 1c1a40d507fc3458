import Foundation
import TestSupport

/// A file of Swift in a module.
struct SourceFile {
    /// From the module's folder on: `Statistics/Baseline.swift`.
    let path: String
    let lineCount: Int
    /// The text without comments and without string literals. What is interpolated into a literal is gone with it.
    let code: String

    init(path: String, text: String) {
        self.path = path
        lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        code =
            text.replacing(#///[^\n]*/#, with: "")
            .replacing(#/(?s)#*"""(?:\\.|.)*?"""#*/#, with: " ")
            .replacing(##/#"(?:[^"\n]|"(?!#))*"#|"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"/##, with: " ")
    }

    /// The room that it is in: the first folder on its path, or `.` for the module's own.
    var room: String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "." }

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// Every Swift file below a folder of the repository.
    static func all(in folder: String) throws -> [SourceFile] {
        let root = Repository.file(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map { SourceFile(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
    }
}

/// The modules, as `WING/NAME`.
func modules() throws -> [String] {
    try WingTests.wings.flatMap { wing in
        try FileManager.default.contentsOfDirectory(atPath: Repository.file("Sources/\(wing)").path).sorted()
            .filter { !$0.hasPrefix(".") }.map { "\(wing)/\($0)" }
    }
}
