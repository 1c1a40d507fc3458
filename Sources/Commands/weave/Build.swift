import ArgumentParser
import Foundation
import Literate

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Weaves the chapters into the site.")

    @Argument(help: "The chapters to weave, by file or name; all of them if none is given.")
    var only: [String] = []

    @OptionGroup var book: BookOptions

    @Flag(help: "Run every cell again, whatever is kept from earlier runs.")
    var fresh = false

    @Flag(help: "Print what is wrong as JSON, for editors.")
    var json = false

    func run() async throws {
        let start = ContinuousClock.now
        let summary = try await Work.run(isJSON: json) { progress in
            let weaving = book.weaving(isFresh: fresh, progress: progress)
            return only.isEmpty ? try await weaving.run() : try await weaving.run(only: only)
        }
        Work.report(summary.warnings, isJSON: json)
        if json { return }
        print(summary.line(seconds: (ContinuousClock.now - start) / .seconds(1), site: book.site))
    }
}

extension Weaving.Summary {
    /// What happened, in one line.
    fileprivate func line(seconds: Double, site: String) -> String {
        let runs = ran == 0 ? "nothing to run" : "\(ran) run, \(chapters - ran) cached"
        let unseen = shownOnly == 0 ? "" : " (\(shownOnly) only shown)"
        let (known, computed) = (remembered.known, remembered.computed)
        let results = known + computed == 0 ? "" : "; \(known) results remembered, \(computed) computed"
        let damage = damaged == 0 ? "" : "; \(damaged) damaged cache entries made anew"
        let written = isChanged ? "written to \(site)/" : "\(site)/ is as it was"
        let time = (seconds * 100).rounded() / 100
        let count = chapters == 1 ? "1 chapter" : "\(chapters) chapters"
        return "\(count) (\(runs)), \(cells) cells\(unseen), \(figures) figures, \(numbers) numbers, "
            + "\(claims) claims hold\(results)\(damage); \(written); \(time) s"
    }
}
