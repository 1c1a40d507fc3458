import ArgumentParser
import Literate

struct Keep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says which results are kept with the book, which of them no longer hold, and which are missing.")

    @OptionGroup var book: BookOptions

    func run() async throws {
        let report = try await Work.run(isJSON: false) { progress in
            try await book.weaving(isFresh: false, progress: progress).kept()
        }
        for line in report.lines { print(line) }
    }
}

extension KeptReport {
    /// One line for each file and each cell without results, and one for all.
    var lines: [String] {
        let files = files.map { file in
            let name = "\(file.path): \(Self.text(bytes: file.size))"
            if file.isUnused { return "\(name), unused: no chapter keeps anything in it" }
            let stale = Self.text(file.stale, "stale: the next weave computes them again")
            let damaged = Self.text(file.damaged, "damaged: the next weave computes them again")
            return "\(name), \(file.current) results hold\(stale)\(damaged)"
        }
        let missing = missing.map { "\($0.path):\($0.line): nothing is kept of this cell yet" }
        let total = Self.text(bytes: self.files.map(\.size).reduce(0, +))
        return files + missing + ["\(self.files.count == 1 ? "1 file" : "\(self.files.count) files"), \(total)"]
    }

    private static func text(_ names: [String], _ meaning: String) -> String {
        guard !names.isEmpty else { return "" }
        return ", \(names.count) (\(Set(names).sorted().joined(separator: ", "))) \(meaning)"
    }

    private static func text(bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1000) kB"
        default: "\(Double((bytes + 50_000) / 100_000) / 10) MB"
        }
    }
}
