import ArgumentParser
import Foundation
import Literate

/// Does what a command asks for: shows the progress, and prints what is wrong with the book.
enum Work {
    /// - Throws: `ExitCode.failure` after everything wrong with the book has been printed.
    static func run<Result>(
        isJSON: Bool, _ work: (@escaping @Sendable (Weaving.Step) -> Void) async throws -> Result
    ) async throws -> Result {
        let terminal = Terminal()
        defer { terminal.clear() }
        do {
            return try await work { terminal.show($0) }
        } catch let diagnostics as Diagnostics {
            terminal.clear()
            report(diagnostics.all, isJSON: isJSON)
            throw ExitCode.failure
        } catch let failure as Failure {
            terminal.clear()
            print(failure)
            throw ExitCode.failure
        }
    }

    /// Prints diagnostics, in words with excerpts, or as JSON.
    static func report(_ diagnostics: [Diagnostic], isJSON: Bool) {
        let report = DiagnosticReport(diagnostics, folder: BookOptions.folder)
        print(isJSON ? report.json : report.text, terminator: "")
    }
}
