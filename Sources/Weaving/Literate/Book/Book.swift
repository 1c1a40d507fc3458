public import Foundation
import Markdown

/// A folder of Markdown chapters, read and linked: everything that can be known before any Swift runs.
public struct Book: Sendable {
    /// What `book.yml` says.
    public var settings: BookSettings
    /// The chapters in their order: `index.md` first, then by name; without those whose pages are kept.
    public var chapters: [Chapter]
    /// All that is wrong so far.
    public var diagnostics: [Diagnostic]
    /// The works that the chapters may cite.
    var bibliography: Bibliography
    /// The other files in the folder, which cells may read.
    let data: DataFiles
    /// All chapters of the book, in their order.
    let outlines: [ChapterOutline]
    /// What is kept of the chapters whose pages stand on the site as they would be made again, by their pages.
    var kept: [String: KeptPage] = [:]
    /// Name all that the chapters' pages depend on, in the order of ``outlines``; empty if pages are not to be kept.
    private(set) var pageKeys: [String] = []
    /// The folder of the chapters.
    private let folder: URL
    /// The folder of the chapters as diagnostics name it.
    let name: String

    /// Reads the folder of a book.
    ///
    /// - Parameters:
    ///   - folder: the folder of the chapters.
    ///   - name: the folder as diagnostics name it, such as `chapters`.
    /// - Throws: ``Diagnostics`` if the folder has no readable chapter.
    public init(reading folder: URL, named name: String) throws(Diagnostics) {
        try self.init(reading: folder, named: name, keeping: nil)
    }

    /// Whether a path in the folder of the chapters is that of a text which weave reads itself: Markdown, the settings, the
    /// bibliography. Other files may be data, which cells read and write.
    public static func isText(_ path: String) -> Bool {
        path.hasSuffix(".md") || path == BookSettings.fileName || path == Bibliography.fileName
    }

    /// Reads the folder of a book, but for the chapters whose pages are kept.
    ///
    /// - Parameter store: the pages of earlier weaves; nil if all chapters are to be read.
    init(reading folder: URL, named name: String, keeping store: PageStore?) throws(Diagnostics) {
        let files = try BookFiles(in: folder, named: name)
        self.folder = folder
        self.name = name
        // One item more than chapters, which stands for the files that are not chapters.
        let parts = inParallel([nil] + files.chapters) { text in
            text.map { BookPart.draft(ChapterDraft(of: $0, in: store)) }
                ?? .matter(BookMatter(of: files, in: folder, named: name))
        }
        let matter = parts.compactMap(\.matter)[0]
        let drafts = parts.compactMap(\.draft)
        settings = matter.settings
        bibliography = matter.bibliography
        data = matter.data
        var found = files.diagnostics + matter.diagnostics
        if files.chapters.isEmpty, found.isEmpty {
            found.append(Diagnostic(path: name, position: nil, problem: .noChapters))
        }
        outlines = drafts.map(\.outline)
        chapters = []
        diagnostics = []
        if let store {
            let terms = settings.glossary.map(\.text)
            pageKeys = store.keys(of: outlines, in: files, terms: terms, data: data.digest)
            let pages = inParallel(Array(zip(drafts, pageKeys))) { draft, key in
                draft.record.flatMap { store.page(of: $0, key: key) }
            }
            for page in pages.compactMap(\.self) { kept[page.page.name] = page }
        }
        let unkept = Array(zip(files.chapters, drafts)).filter { kept[$1.outline.page] == nil }
        chapters = inParallel(unkept) { $1.chapter ?? Chapter(parsing: $0) }
        for chapter in chapters { found += chapter.diagnostics }
        found += outlines.numberDiagnostics
        found += settings.parts.diagnostics(for: outlines, path: "\(name)/\(BookSettings.fileName)")
        found += Glossary.diagnostics(of: settings.glossary, in: outlines, path: "\(name)/\(BookSettings.fileName)")
        diagnostics = found
        link()
        if outlines.isEmpty { throw Diagnostics(diagnostics) }
    }

    /// The chapters and what weave adds, in the order of the list beside each page.
    var listedOutlines: [ChapterOutline] {
        outlines + (settings.glossary.isEmpty ? [] : [ChapterOutline(of: GlossaryPage.chapter)])
    }

    /// The images that the chapters show, by their path in the site.
    var images: [String: URL] {
        let names = chapters.flatMap(\.images) + kept.values.flatMap(\.record.images)
        return Dictionary(names.map { ($0, folder.appendingPathComponent($0)) }) { first, _ in first }
    }

    /// The terms of the book as the chapter with this page sees them; nil for a page that is no chapter's.
    func glossary(forPage page: String) -> Glossary? {
        outlines.firstIndex { $0.page == page }
            .map { Glossary(terms: settings.glossary.map(\.text), in: outlines, at: $0) }
    }

    /// Everything that has a label, by its label.
    private mutating func collectLabels() -> [String: LabelledThing] {
        var labels: [String: LabelledThing] = [:]
        for thing in outlines.flatMap(\.labels) {
            if let first = labels[thing.label] {
                // Two chapters may have sections of the same name, as long as nothing refers to them.
                if thing.kind == .section, !thing.isNamedByAuthor { continue }
                diagnostics.append(
                    Diagnostic(
                        path: thing.path, position: thing.position,
                        problem: .duplicateLabel(thing.label, firstPath: first.path, firstLine: first.position.line)))
            } else {
                labels[thing.label] = thing
            }
        }
        return labels
    }

    private mutating func link() {
        let labels = collectLabels()
        let pages = Dictionary(outlines.map { ($0.page, $0) }) { first, _ in first }
        for index in chapters.indices {
            var linker = Linker(
                chapter: chapters[index], labels: labels, pages: pages, folder: folder, bibliography: bibliography)
            chapters[index] = linker.linked()
            diagnostics += linker.diagnostics
        }
    }
}
