import FlyingFox
import FlyingSocks
import Foundation
public import Literate

/// Serves a book's site on this machine, weaves again after each save, and tells the browser.
///
/// A save of code during a weave ends it, with the programs that it runs, and starts the next; a save of prose only weaves its
/// page beside them.
public struct Preview: Sendable {
    private let weaving: Weaving
    private let port: UInt16
    private let report: @Sendable (String) -> Void

    /// A preview at `http://127.0.0.1:port/`.
    ///
    /// - Parameters:
    ///   - port: 1 or more.
    ///   - report: takes what is worth telling on the terminal: the address, what is wrong, and what was built.
    public init(of weaving: Weaving, port: UInt16, report: @escaping @Sendable (String) -> Void) {
        self.weaving = weaving
        self.port = port
        self.report = report
    }

    /// Serves until it is cancelled; stays up through any error of the book.
    ///
    /// - Throws: ``Failure/unservable(address:reason:)`` if the port can not be had.
    public func run() async throws {
        let state = PreviewState()
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
            handler: PreviewHandler(site: weaving.site, port: port, state: state))
        let address = "http://127.0.0.1:\(port)/"
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await server.run()
                } catch SocketError.failed(_, _, let reason) {
                    throw Failure.unservable(address: address, reason: reason)
                }
            }
            group.addTask {
                try await server.waitUntilListening()
                report("\(address) (Ctrl-C ends it)\n")
                try await ContinuousWeaving(
                    look: { SourceWatch(of: weaving) }, code: { BookCode(of: weaving) },
                    weave: { try await weaving.run() }, weaveComputed: { try await weaving.runComputed() },
                    folder: weaving.package, state: state, report: report
                ).run()
            }
            try await group.next()
            group.cancelAll()
        }
    }
}
