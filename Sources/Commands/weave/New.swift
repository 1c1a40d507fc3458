import ArgumentParser
import Foundation
import Literate

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a package with a small library and a book that uses it.")

    @Argument(help: "The folder to write, which must be empty or not exist.")
    var folder: String

    @Option(help: "The folder or the address of weave's own package.")
    var weave = Self.repository

    /// Where this weave was built from.
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    func run() throws {
        let url = URL(fileURLWithPath: folder)
        do {
            try NewBook(named: url.lastPathComponent, weave: weave).write(to: url)
        } catch let failure as Failure {
            print(failure)
            throw ExitCode.failure
        }
        print("Written to \(folder). There, `swift run weave` makes the site.")
    }
}
