import ArgumentParser
import Literate

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the chapters with their labels, and which of them are cached.")

    @OptionGroup var book: BookOptions

    func run() async throws {
        let chapters = try await Work.run(isJSON: false) { progress in
            try await book.weaving(isFresh: false, progress: progress).list()
        }
        for chapter in chapters {
            let state = chapter.seconds.map { "cached, ran \(($0 * 100).rounded() / 100) s" } ?? "must run"
            print("\(chapter.path): \(state)")
            for label in chapter.labels { print("  \(label)") }
        }
    }
}
