import ArgumentParser
import Foundation
import Literate
import Preview

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Serves the site on this machine, weaves after each save and reloads the page.")

    @OptionGroup var book: BookOptions

    @Option(help: "The port of http://127.0.0.1.")
    var port: UInt16 = 8080

    func validate() throws {
        guard port > 0 else { throw ValidationError("--port 0: a port is 1 or more") }
    }

    func run() async throws {
        try await Work.run(isJSON: false) { progress in
            try await Preview(of: book.weaving(isFresh: false), port: port, report: Self.say).run()
        }
    }

    /// Prints at once: a file or a pipe gets its text in large pieces otherwise, and a preview may never fill one.
    @Sendable private static func say(_ text: String) {
        print(text, terminator: "")
        fflush(nil)
    }
}
