import FlyingFox
import FlyingSocks
import Foundation
public import Literate

/// Serves a book's site on this machine, weaves again after each save, and tells the browser.
public struct Preview: Sendable {
    private let weaving: Weaving
    private let port: UInt16
    private let report: @Sendable (String) -> Void

    /// A preview at `http://127.0.0.1:port/`.
    ///
    /// - Parameter report: takes what is worth telling on the terminal: what is wrong, and what was built.
    public init(of weaving: Weaving, port: UInt16, report: @escaping @Sendable (String) -> Void) {
        self.weaving = weaving
        self.port = port
        self.report = report
    }

    /// Serves until it is cancelled; stays up through any error of the book.
    ///
    /// - Throws: if the port can not be had.
    public func run() async throws {
        let state = PreviewState()
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
            handler: PreviewHandler(site: weaving.site, port: port, state: state))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask { try await build(for: state) }
            try await group.next()
            group.cancelAll()
        }
    }

    private func build(for state: PreviewState) async throws {
        let folders = [weaving.chapters, weaving.package.appendingPathComponent("Sources")]
        while true {
            let sources = SourceWatch(of: folders)
            let problems = try await weave()
            await state.built(problems: problems)
            while SourceWatch(of: folders) == sources { try await Task.sleep(for: .milliseconds(150)) }
        }
    }

    /// Weaves once.
    ///
    /// - Returns: what is wrong; empty if the site is new.
    private func weave() async throws -> String {
        let start = ContinuousClock.now
        do {
            let summary = try await weaving.run()
            let seconds = ((ContinuousClock.now - start) / .milliseconds(1)).rounded() / 1000
            report("woven in \(seconds) s, \(summary.ran) of \(summary.chapters) chapters run\n")
            return ""
        } catch is CancellationError {
            throw CancellationError()
        } catch let diagnostics as Diagnostics {
            let text = DiagnosticReport(diagnostics.all, folder: weaving.package).text
            report(text)
            return text
        } catch {
            // Whatever it is, the next save may mend it.
            report("\(error)\n")
            return "\(error)\n"
        }
    }
}
