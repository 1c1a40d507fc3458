import ArgumentParser
import Foundation
import Literate

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs everything from nothing and names what on the site does not come out again.")

    @OptionGroup var book: BookOptions

    @Option(help: "Of the results that are kept with the book, compute only this many again and trust the others.")
    var sample: Int?

    @Option(help: "What chooses them.")
    var seed: UInt64 = 1

    func validate() throws {
        if let sample, sample < 0 { throw ValidationError("--sample is 0 or more, not \(sample)") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weave-check-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try await Work.run(isJSON: false) { progress in
            try await book.weaving(isFresh: true, progress: progress)
                .check(in: folder, sample: sample.map { CheckSample(count: $0, seed: seed) })
        }
        for difference in report.differences { print(difference) }
        let summary = report.summary
        let trusted = report.sampled.map { "; of the results kept with the book, \($0) computed again" } ?? ""
        let leftOut = report.volatileCells == 0 ? "" : "; \(report.volatileCells) volatile cells left out"
        let verdict =
            switch report.differences.count {
            case 0: "all as on \(book.site)/"
            case 1: "1 difference"
            case let count: "\(count) differences"
            }
        print(
            "\(summary.chapters) chapters, \(summary.cells) cells, \(summary.figures) figures, \(summary.numbers) numbers "
                + "computed again: \(verdict)\(trusted)\(leftOut)")
        if !report.differences.isEmpty { throw ExitCode.failure }
    }
}
