import ArgumentParser
import Foundation
import Literate

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs everything from nothing and names what on the site does not come out again.")

    @OptionGroup var book: BookOptions

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave-check-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try await Work.run(isJSON: false) { progress in
            try await book.weaving(isFresh: true, progress: progress).check(in: folder)
        }
        for difference in report.differences { print(difference) }
        let summary = report.summary
        let leftOut = report.volatileCells == 0 ? "" : "; \(report.volatileCells) volatile cells left out"
        let verdict =
            switch report.differences.count {
            case 0: "all as on \(book.site)/"
            case 1: "1 difference"
            case let count: "\(count) differences"
            }
        print(
            "\(summary.chapters) chapters, \(summary.cells) cells, \(summary.figures) figures, \(summary.numbers) numbers "
                + "computed again: \(verdict)\(leftOut)")
        if !report.differences.isEmpty { throw ExitCode.failure }
    }
}
