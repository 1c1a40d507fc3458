/// The code of a book's chapters at one moment, to find out whether a save changed only prose.
public struct BookCode: Sendable {
    private let files: BookFiles

    /// Reads the chapters; nil if the folder can not be listed.
    public init?(of weaving: Weaving) {
        guard let files = try? BookFiles(in: weaving.chapters, named: weaving.chaptersName) else { return nil }
        self.files = files
    }

    /// Whether the chapters, run with the same library and data, compute the same as those of `other`.
    public func computesSame(as other: BookCode) -> Bool {
        let (ours, theirs) = (files.chapters, other.files.chapters)
        guard files.settings == other.files.settings, ours.map(\.path) == theirs.map(\.path) else { return false }
        return zip(ours, theirs).allSatisfy { $0.text == $1.text || Self.program($0) == Self.program($1) }
    }

    private static func program(_ text: BookFiles.ChapterText) -> String {
        let chapter = Chapter(parsing: text)
        return Program(tangling: chapter, modules: []).meaning(with: chapter)
    }
}
