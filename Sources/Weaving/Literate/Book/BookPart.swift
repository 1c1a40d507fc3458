import Foundation

/// A part of a book that is read while others are.
enum BookPart: Sendable {
    case matter(BookMatter)
    case draft(ChapterDraft)

    var matter: BookMatter? { if case .matter(let matter) = self { matter } else { nil } }
    var draft: ChapterDraft? { if case .draft(let draft) = self { draft } else { nil } }
}

/// What the files beside the chapters say.
struct BookMatter: Sendable {
    var diagnostics: [Diagnostic] = []
    let settings: BookSettings
    let bibliography: Bibliography
    let data: DataFiles

    init(of files: BookFiles, in folder: URL, named name: String) {
        settings = BookSettings(
            parsing: files.settings, path: "\(name)/\(BookSettings.fileName)", diagnostics: &diagnostics)
        bibliography = Bibliography(
            parsing: files.bibliography, path: "\(name)/\(Bibliography.fileName)", diagnostics: &diagnostics)
        data = DataFiles(in: folder)
    }
}

/// A chapter of which only as much is known as the others need.
struct ChapterDraft: Sendable {
    /// What an earlier weave kept of the same text.
    var record: PageRecord?
    /// The chapter, if it had to be read.
    var chapter: Chapter?
    var outline: ChapterOutline

    init(of text: BookFiles.ChapterText, in store: PageStore?) {
        record = store?.record(of: text)
        if let record {
            outline = record.outline
        } else {
            let chapter = Chapter(parsing: text)
            self.chapter = chapter
            outline = ChapterOutline(of: chapter)
        }
    }
}
