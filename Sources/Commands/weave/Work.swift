import ArgumentParser
import Foundation
import Literate

/// Does what a command asks for: shows the progress, and prints what is wrong with the book.
enum Work {
    /// - Throws: an `ExitCode` after everything wrong has been printed: 1, 64 for wrong usage, or 130 if the work was interrupted.
    static func run<Result: Sendable>(
        isJSON: Bool, _ work: @escaping @Sendable (@escaping @Sendable (Weaving.Step) -> Void) async throws -> Result
    ) async throws -> Result {
        let terminal = Terminal()
        defer { terminal.clear() }
        do {
            return try await Interruption.cancelling { try await work { terminal.show($0) } }
        } catch let diagnostics as Diagnostics {
            terminal.clear()
            report(diagnostics.all, isJSON: isJSON)
            throw ExitCode.failure
        } catch let failure as Failure {
            terminal.clear()
            print(failure)
            throw failure.isWrongUsage ? ExitCode.validationFailure : ExitCode.failure
        } catch is CancellationError {
            terminal.clear()
            print("interrupted; the site is as it was")
            throw ExitCode(130)
        }
    }

    /// Prints diagnostics, in words with excerpts, or as JSON.
    static func report(_ diagnostics: [Diagnostic], isJSON: Bool) {
        let report = DiagnosticReport(diagnostics, folder: BookOptions.folder)
        print(isJSON ? report.json : report.text, terminator: "")
    }
}
