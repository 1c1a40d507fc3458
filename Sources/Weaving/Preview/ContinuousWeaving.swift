import Foundation
import Literate

/// Weaves after each save, and ends a weave that a save makes obsolete. Prose makes none obsolete: its page is woven while
/// other chapters go on running.
struct ContinuousWeaving: Sendable {
    /// Looks at what a weave reads.
    let look: @Sendable () -> SourceWatch
    /// Reads the chapters' code; nil if it can not.
    let code: @Sendable () -> BookCode?
    /// Weaves once; when it is cancelled, the programs that it started end with it.
    let weave: @Sendable () async throws -> Weaving.Summary
    /// Weaves the pages of the chapters that need not run, beside a weave; false if it is too early for that.
    let weaveComputed: @Sendable () async throws -> Bool
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
            if let outcome = try await outcome(unlessSavedAfter: seen) { await tell(outcome) }
            while look() == seen { try await Task.sleep(for: pause) }
        }
    }

    private func tell(_ outcome: Outcome) async {
        report(outcome.text)
        await state.built(problems: outcome.problems)
    }

    /// Weaves once.
    ///
    /// - Returns: nil if the author saved something before it ended, and what it would say is of no use.
    private func outcome(unlessSavedAfter seen: SourceWatch) async throws -> Outcome? {
        let code = code()
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                try await outcome {
                    let summary = try await weave()
                    return "\(summary.ran) of \(summary.chapters) chapters run"
                }
            }
            group.addTask {
                var last = seen
                while true {
                    try await Task.sleep(for: pause)
                    let now = look()
                    guard now.hasNewSources(since: last) else { continue }
                    last = now
                    if isObsolete(seen, code) { return nil }
                    let outcome = try await outcome {
                        try await weaveComputed() ? "beside chapters that still run" : nil
                    }
                    if let outcome { await tell(outcome) }
                }
            }
            let first = try await group.next()!
            // The group waits for the other task: no weave starts before the last one and its programs have ended.
            group.cancelAll()
            guard let first else { return nil }
            // The next weave follows at once, with what was saved. But an error of a run that took long is told, unless a
            // save between two looks may be what it failed of.
            let isOld = first.problems.isEmpty ? look().hasNewSources(since: seen) : isObsolete(seen, code)
            return isOld ? nil : first
        }
    }

    /// Whether something was saved that may change what a weave computes.
    private func isObsolete(_ seen: SourceWatch, _ code: BookCode?) -> Bool {
        let now = look()
        guard now.hasNewSources(since: seen) else { return false }
        guard !now.hasNewPackage(since: seen), let code, let newCode = self.code() else { return true }
        return !newCode.computesSame(as: code)
    }

    /// How a work ends, whatever goes wrong in it.
    ///
    /// - Parameter work: returns what to say of it; nil if nothing.
    private func outcome(of work: () async throws -> String?) async throws -> Outcome? {
        let start = ContinuousClock.now
        do {
            guard let what = try await work() else { return nil }
            let seconds = ((ContinuousClock.now - start) / .milliseconds(1)).rounded() / 1000
            return Outcome(text: "woven in \(seconds) s, \(what)\n", problems: "")
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
