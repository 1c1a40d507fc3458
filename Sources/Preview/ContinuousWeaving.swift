import Foundation
import Literate

/// Weaves after each save, and ends a weave that a save makes obsolete.
struct ContinuousWeaving: Sendable {
    /// Looks at what a weave reads.
    let look: @Sendable () -> SourceWatch
    /// Weaves once; when it is cancelled, the programs that it started end with it.
    let weave: @Sendable () async throws -> Weaving.Summary
    /// The folder that the paths in diagnostics are relative to.
    let folder: URL
    /// Told of each weave that came to its end.
    let state: PreviewState
    /// Takes what is worth telling on the terminal.
    let report: @Sendable (String) -> Void
    /// How long it waits between two looks.
    var pause = Duration.milliseconds(150)

    /// How a weave ended.
    private struct Outcome: Sendable {
        /// What is worth telling.
        var text: String
        /// What is wrong; empty if the site is new.
        var problems: String
    }

    /// Weaves until it is cancelled, through any error of the book.
    func run() async throws {
        while true {
            let seen = look()
            if let outcome = try await outcome(unlessSavedAfter: seen) {
                report(outcome.text)
                await state.built(problems: outcome.problems)
            }
            while look() == seen { try await Task.sleep(for: pause) }
        }
    }

    /// Weaves once.
    ///
    /// - Returns: nil if the author saved something before it ended, and what it would say is of no use.
    private func outcome(unlessSavedAfter seen: SourceWatch) async throws -> Outcome? {
        let isSaved: @Sendable () -> Bool = { look().hasNewSources(since: seen) }
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await outcome() }
            group.addTask {
                while !isSaved() { try await Task.sleep(for: pause) }
                return nil
            }
            let first = try await group.next()!
            // The group waits for the other task: no weave starts before the last one and its programs have ended.
            group.cancelAll()
            guard let first else { return nil }
            // A save between two looks may be what it failed of.
            return !first.problems.isEmpty && isSaved() ? nil : first
        }
    }

    private func outcome() async throws -> Outcome {
        let start = ContinuousClock.now
        do {
            let summary = try await weave()
            let seconds = ((ContinuousClock.now - start) / .milliseconds(1)).rounded() / 1000
            let text = "woven in \(seconds) s, \(summary.ran) of \(summary.chapters) chapters run\n"
            return Outcome(text: text, problems: "")
        } catch is CancellationError {
            throw CancellationError()
        } catch let diagnostics as Diagnostics {
            let text = DiagnosticReport(diagnostics.all, folder: folder).text
            return Outcome(text: text, problems: text)
        } catch {
            // Whatever it is, the next save may mend it.
            return Outcome(text: "\(error)\n", problems: "\(error)\n")
        }
    }
}
