import ArgumentParser
import Foundation
import Literate

struct Tangle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the chapters' code as a plain Swift package that builds and runs.")

    @OptionGroup var book: BookOptions

    @Option(help: "The folder of the package.")
    var to = "tangled"

    func run() async throws {
        let package = try await Work.run(isJSON: false) { _ in
            let read = try Book(reading: URL(fileURLWithPath: book.chapters), named: book.chapters)
            guard !read.diagnostics.contains(where: { $0.severity == .error }) else {
                throw Diagnostics(read.diagnostics)
            }
            return TangledPackage(of: read, package: BookOptions.folder)
        }
        try package.write(to: URL(fileURLWithPath: to))
        print("\(package.executables.count) programs written to \(to)/")
    }
}
