import ArgumentParser
import Foundation
import Literate

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Weaves the chapters into the site.")

    @OptionGroup var book: BookOptions

    @Flag(help: "Run every cell again, whatever is kept from earlier runs.")
    var fresh = false

    @Flag(help: "Print what is wrong as JSON, for editors.")
    var json = false

    func run() async throws {
        let start = ContinuousClock.now
        let terminal = Terminal()
        let weaving = book.weaving(isFresh: fresh) { terminal.show($0) }
        do {
            let summary = try await weaving.run()
            terminal.clear()
            report(summary.warnings)
            if json { return }
            print(summary.line(seconds: (ContinuousClock.now - start) / .seconds(1), site: book.site))
        } catch let diagnostics as Diagnostics {
            terminal.clear()
            report(diagnostics.all)
            throw ExitCode.failure
        }
    }

    private func report(_ diagnostics: [Diagnostic]) {
        let report = DiagnosticReport(diagnostics, folder: BookOptions.folder)
        print(json ? report.json : report.text, terminator: "")
    }
}

extension Weaving.Summary {
    /// What happened, in one line.
    fileprivate func line(seconds: Double, site: String) -> String {
        let runs = ran == 0 ? "nothing to run" : "\(ran) run, \(chapters - ran) cached"
        let unseen = shownOnly == 0 ? "" : " (\(shownOnly) only shown)"
        let written = isChanged ? "written to \(site)/" : "\(site)/ is as it was"
        let time = (seconds * 100).rounded() / 100
        return "\(chapters) chapters (\(runs)), \(cells) cells\(unseen), \(figures) figures, \(numbers) numbers, "
            + "\(claims) claims hold; \(written); \(time) s"
    }
}
