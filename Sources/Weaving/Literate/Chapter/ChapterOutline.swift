import Markdown

/// What a book knows of a chapter without its text: enough to link to it, to list it, and to tell which terms it defines.
struct ChapterOutline: Hashable, Codable, Sendable {
    /// The chapter's file, such as `chapters/01-the-model.md`.
    var path: String
    /// The file's name without `.md`.
    var stem: String
    /// The number or the letter that the file's name starts with.
    var number: String?
    /// The title.
    var title: String
    /// The title with its formulas and marks; empty if it has none.
    var titleInlines: [Inline]
    /// What the chapter promises in one sentence.
    var promise: String?
    /// Who wrote it, if the book is by several.
    var author: String?
    /// When it was written, such as `2026-11-29`.
    var date: String?
    /// All that the text of any chapter can refer to.
    var labels: [LabelledThing]
    /// The places in the author's HTML that links can name.
    var htmlAnchors: [String]
    /// The texts in bold, some of which define terms.
    var boldTexts: [String]

    /// The file name of the chapter's page.
    var page: String { stem + ".html" }
    /// Every `id` that a link may name.
    var anchors: Set<String> { Set(labels.map(\.anchor) + htmlAnchors) }

    /// The outline of a chapter that has been read.
    init(of chapter: Chapter) {
        path = chapter.path
        stem = chapter.stem
        number = chapter.number
        title = chapter.title
        titleInlines = chapter.titleInlines
        promise = chapter.description
        author = chapter.author
        date = chapter.date
        labels = chapter.labels
        htmlAnchors = chapter.htmlAnchors
        boldTexts = chapter.blocks.flatMap(\.boldTexts)
    }
}

extension Block {
    /// The texts in bold that may define a term: those of paragraphs, wherever these stand.
    fileprivate var boldTexts: [String] {
        switch kind {
        case .paragraph(let inlines):
            inlines.compactMap { if case .strong(let children) = $0.kind { children.plainText } else { nil } }
        case .list(_, let items): items.flatMap(\.blocks).flatMap(\.boldTexts)
        case .blockQuote(let blocks): blocks.flatMap(\.boldTexts)
        default: []
        }
    }
}

extension [ChapterOutline] {
    /// The chapters whose page another page would replace. Names that Unicode holds for the same are: file
    /// systems differ in which of them they keep apart.
    ///
    /// - Parameter taken: the pages that are not chapters', with what they are.
    func pageDiagnostics(besides taken: [String: String]) -> [Diagnostic] {
        var first = taken
        return compactMap { outline in
            guard let other = first.updateValue(outline.path, forKey: outline.page) else { return nil }
            return Diagnostic(path: outline.path, position: nil, problem: .duplicatePage(outline.page, other: other))
        }
    }

    /// The chapters whose number or letter an earlier chapter has: the reader could not tell their figures apart.
    var numberDiagnostics: [Diagnostic] {
        var first: [String: String] = [:]
        return compactMap { outline in
            guard let number = outline.number else { return nil }
            guard let path = first[number] else {
                first[number] = outline.path
                return nil
            }
            return Diagnostic(path: outline.path, position: nil, problem: .duplicateNumber(number, firstPath: path))
        }
    }
}
