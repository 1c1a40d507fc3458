public import Foundation
import Markdown

/// A folder of Markdown chapters, read and linked: everything that can be known before any Swift runs.
public struct Book: Sendable {
    /// What `book.yml` says.
    public var settings: BookSettings
    /// The chapters in their order: `index.md` first, then by name; without those that were left out.
    public var chapters: [Chapter]
    /// All that is wrong so far.
    public var diagnostics: [Diagnostic]
    /// The works that the chapters may cite.
    var bibliography: Bibliography
    /// The other files in the folder, which cells may read.
    let data: DataFiles
    /// All chapters of the book, in their order.
    let outlines: [ChapterOutline]
    /// The folder of the chapters.
    let folder: URL
    /// The folder of the chapters as diagnostics name it.
    let name: String

    /// Reads the folder of a book.
    ///
    /// - Parameters:
    ///   - folder: the folder of the chapters.
    ///   - name: the folder as diagnostics name it, such as `chapters`.
    /// - Throws: ``Diagnostics`` if the folder has no readable chapter.
    public init(reading folder: URL, named name: String) throws(Diagnostics) {
        let files = try BookFiles(in: folder, named: name)
        try self.init(completing: BookDraft(of: files, in: folder, named: name))
    }

    /// Whether a path in the folder of the chapters is that of a text which weave reads itself: Markdown, the settings, the
    /// bibliography. Other files may be data, which cells read and write.
    public static func isText(_ path: String) -> Bool {
        path.hasSuffix(".md") || path == BookSettings.fileName || path == Bibliography.fileName
    }

    /// Reads the chapters of a draft and links them.
    ///
    /// - Parameter isLeftOut: whether nothing but the outline of a chapter is needed.
    /// - Throws: ``Diagnostics`` if there is no readable chapter.
    init(completing draft: BookDraft, leavingOut isLeftOut: (ChapterOutline) -> Bool = { _ in false })
        throws(Diagnostics)
    {
        folder = draft.folder
        name = draft.name
        settings = draft.settings
        bibliography = draft.bibliography
        data = draft.data
        outlines = draft.outlines
        diagnostics = draft.diagnostics
        if draft.files.chapters.isEmpty, diagnostics.isEmpty {
            diagnostics.append(Diagnostic(path: name, position: nil, problem: .noChapters))
        }
        let wanted = draft.outlines.indices.filter { !isLeftOut(draft.outlines[$0]) }
        var own: [String: String] = [:]
        if !settings.glossary.isEmpty { own[Glossary.stem + ".html"] = "the glossary" }
        if settings.paper != nil { own[Paper.page] = "the whole book on one page" }
        let path = "\(name)/\(BookSettings.fileName)"
        diagnostics += outlines.pageDiagnostics(besides: own.mapValues { "\($0) of \(path)" })
        chapters = inParallel(wanted) { draft.read[$0] ?? Chapter(parsing: draft.files.chapters[$0]) }
        for index in chapters.indices { chapters[index].language = chapters[index].ownLanguage ?? settings.language }
        diagnostics += chapters.flatMap(\.diagnostics) + outlines.numberDiagnostics
        diagnostics += settings.parts.diagnostics(for: outlines, path: path)
        diagnostics += Glossary.diagnostics(of: settings.glossary, in: outlines, path: path)
        link()
        if outlines.isEmpty { throw Diagnostics(diagnostics) }
    }

    /// The chapters and what weave adds, in the order of the list beside each page.
    var listedOutlines: [ChapterOutline] {
        outlines + (settings.glossary.isEmpty ? [] : [ChapterOutline(of: Glossary.chapter)])
    }

    /// The terms of the book as the chapter with this page sees them; nil for a page that is no chapter's.
    func glossary(forPage page: String) -> Glossary? {
        outlines.firstIndex { $0.page == page }
            .map { Glossary(terms: settings.glossary.map(\.text), in: outlines, at: $0) }
    }

    /// Everything that has a label, by its label.
    ///
    /// - Returns: the things, and those of which several have the same label because their headings have the same text.
    private mutating func collectLabels() -> (all: [String: LabelledThing], ambiguous: [String: [LabelledThing]]) {
        var labels: [String: LabelledThing] = [:]
        var ambiguous: [String: [LabelledThing]] = [:]
        for thing in outlines.flatMap(\.labels) {
            if let first = labels[thing.label] {
                // Headings may have the same text, as long as nothing refers to them.
                if thing.kind == .section, !thing.isNamedByAuthor {
                    if !first.isNamedByAuthor { ambiguous[thing.label, default: [first]].append(thing) }
                    continue
                }
                diagnostics.append(
                    Diagnostic(
                        path: thing.path, position: thing.position,
                        problem: .duplicateLabel(thing.label, firstPath: first.path, firstLine: first.position.line)))
            } else {
                labels[thing.label] = thing
            }
        }
        return (labels, ambiguous)
    }

    private mutating func link() {
        let (labels, ambiguous) = collectLabels()
        let pages = Dictionary(outlines.map { ($0.page, $0) }) { first, _ in first }
        for index in chapters.indices {
            var linker = Linker(
                chapter: chapters[index], labels: labels, ambiguous: ambiguous, pages: pages, folder: folder,
                bibliography: bibliography)
            chapters[index] = linker.linked()
            diagnostics += linker.diagnostics
        }
    }
}
