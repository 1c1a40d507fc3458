import Foundation
import Markdown

/// A book of which only as much is known as its chapters need of each other.
struct BookDraft: Sendable {
    /// The texts.
    let files: BookFiles
    /// What `book.yml` says.
    let settings: BookSettings
    /// The works that the chapters may cite.
    let bibliography: Bibliography
    /// The other files in the folder, which cells may read.
    let data: DataFiles
    /// All chapters, in their order.
    let outlines: [ChapterOutline]
    /// The folder of the chapters.
    let folder: URL
    /// The folder as diagnostics name it.
    let name: String
    /// What is wrong with the files.
    let diagnostics: [Diagnostic]
    /// The chapters that had to be read for their outlines, in the order of ``outlines``.
    let read: [Chapter?]

    /// Reads what is in the folder of a book.
    ///
    /// - Parameter known: the outlines of those chapters that had the same text before, if someone noted them; one for each
    ///   chapter, or none at all.
    init(of files: BookFiles, in folder: URL, named name: String, knowing known: [ChapterOutline?] = []) {
        // One item more than chapters, which stands for the files that are not chapters.
        let parts = inParallel([nil] + files.chapters.indices.map { $0 }) { (place: Int?) in
            place.map { place in
                .chapter(ChapterPart(of: files.chapters[place], outline: known.isEmpty ? nil : known[place]))
            } ?? Part.matter(BookMatter(of: files, in: folder, named: name))
        }
        let matter = parts.compactMap { if case .matter(let matter) = $0 { matter } else { nil } }[0]
        let chapters = parts.compactMap { if case .chapter(let part) = $0 { part } else { nil } }
        self.files = files
        self.folder = folder
        self.name = name
        settings = matter.settings
        bibliography = matter.bibliography
        data = matter.data
        diagnostics = files.diagnostics + matter.diagnostics
        outlines = chapters.map(\.outline)
        read = chapters.map(\.chapter)
    }

    /// What is read while others are.
    private enum Part: Sendable {
        case matter(BookMatter)
        case chapter(ChapterPart)
    }

    private struct ChapterPart: Sendable {
        var chapter: Chapter?
        var outline: ChapterOutline

        init(of text: BookFiles.ChapterText, outline: ChapterOutline?) {
            if let outline {
                self.outline = outline
            } else {
                let chapter = Chapter(parsing: text)
                self.chapter = chapter
                self.outline = ChapterOutline(of: chapter)
            }
        }
    }
}

/// What the files beside the chapters say.
private struct BookMatter: Sendable {
    var diagnostics: [Diagnostic] = []
    let settings: BookSettings
    let bibliography: Bibliography
    let data: DataFiles

    init(of files: BookFiles, in folder: URL, named name: String) {
        settings = BookSettings(
            parsing: files.settings, path: "\(name)/\(BookSettings.fileName)",
            isThere: { (try? folder.appendingPathComponent($0).checkResourceIsReachable()) ?? false },
            diagnostics: &diagnostics)
        var bibliography = Bibliography(
            parsing: files.bibliography, path: "\(name)/\(Bibliography.fileName)", diagnostics: &diagnostics)
        bibliography.tellYearsApart(citedIn: files.chapters.map(\.text))
        self.bibliography = bibliography
        data = DataFiles(in: folder)
    }
}
