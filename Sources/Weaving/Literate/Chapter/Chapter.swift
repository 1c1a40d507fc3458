public import Markdown
import MathML
import Scanning

/// One Markdown file of a book, read: what is on its page, and the Swift in it.
public struct Chapter: Hashable, Sendable {
    /// The file as the author knows it, such as `chapters/01-the-model.md`.
    public var path: String
    /// The file's name without `.md`.
    public var stem: String
    /// The number that the file's name starts with, or the letter of an appendix such as `a-gallery.md`; nil for the preface
    /// and the like.
    public var number: String?
    /// The title: of the front matter, or the first heading.
    public var title: String
    /// The title with its formulas and marks; empty if it has none.
    var titleInlines: [Inline] = []
    /// The promise of the chapter in one sentence.
    public var description: String?
    /// Who wrote it, if the book is by several.
    public var author: String?
    /// When it was written, such as `2026-11-29`.
    public var date: String?
    /// The lines of the file, for excerpts.
    public var source: String
    /// The page, with placeholders where cells and inline expressions stand.
    public var blocks: [Block]
    /// The cells, in their order.
    public var cells: [Cell]
    /// The inline expressions, in their order.
    public var inlines: [InlineExpression]
    /// The headings of level 2 and 3.
    public var sections: [Section]
    /// All that the text can refer to.
    public var labels: [LabelledThing]
    /// What is wrong with the chapter by itself.
    public var diagnostics: [Diagnostic]
    /// The images that the page shows, by their paths in the site; known once the chapter is linked.
    var images: [String] = []

    /// The places in the author's HTML that links can name.
    let htmlAnchors: [String]

    /// Its own language, if it has one.
    var ownLanguage: Language?
    /// Its language, or that of its book.
    var language = Language.english

    /// The formulas, by their TeX.
    let formulas: [String: Formula]
    /// The works that the page cites, by their names; known once the chapter is linked.
    var cited: [BibliographyEntry] = []

    /// Cells and inline expressions in the order in which they run.
    var code: [CodeItem]

    /// The name, without `.html`, of the page that a site starts with.
    static let homeStem = "index"

    /// The file name of the chapter's page.
    public var page: String { stem + ".html" }

    /// A heading, as a table of contents shows it.
    public struct Section: Hashable, Sendable {
        /// 2 or 3.
        public var level: Int
        /// The number, such as `4.2`.
        public var number: String
        /// The text.
        public var title: String
        /// The `id`.
        public var anchor: String
    }

    /// Reads a chapter.
    ///
    /// Never fails: what is wrong is in ``diagnostics``.
    ///
    /// - Parameters:
    ///   - source: the text of the file.
    ///   - path: the file as diagnostics name it.
    ///   - stem: the file's name without `.md`.
    public init(parsing source: String, path: String, stem: String) {
        self.path = path
        self.stem = stem
        self.source = source
        number = Self.number(of: stem)
        let (frontMatter, body, frontMatterDiagnostics) = FrontMatter.split(source, path: path)
        var reader = ChapterReader(path: path, page: stem + ".html", number: number, source: source)
        var title: [Inline] = []
        do {
            var document = try Document(parsing: body, as: .book)
            title = document.removeTitle()
            reader.warn { $0.findAttributes(inTitle: title) }
            title = reader.title(title)
            blocks = reader.read(document.blocks)
        } catch {
            guard case .nestedTooDeeply(let line) = error else { preconditionFailure("an unknown error of Markdown") }
            blocks = []
            reader.report(SourcePosition(line: line, column: 1), .nestedTooDeeply)
        }
        self.title = frontMatter.title ?? (title.isEmpty ? stem : "")
        description = frontMatter.description
        (author, date, ownLanguage) = (frontMatter.author, frontMatter.date, frontMatter.language)
        cells = reader.cells
        inlines = reader.inlines
        code = reader.code
        formulas = reader.formulas
        sections = reader.sections
        labels = reader.labels
        htmlAnchors = reader.htmlAnchors
        for place in DirectionControl.places(in: source) {
            let position = SourcePosition(line: place.line, column: place.column)
            reader.report(position, .directionControl(place.name), severity: .warning)
        }
        diagnostics = frontMatterDiagnostics + reader.diagnostics
        if self.title.isEmpty { self.title = HeadingText.text(of: title, formulas: formulas) }
        let isPlain = title.allSatisfy { if case .text = $0.kind { true } else { false } }
        titleInlines = frontMatter.title != nil || isPlain ? [] : title
    }

    /// A formula by its TeX; nil if that is none.
    func formula(_ tex: String) -> Formula? { formulas[tex] ?? (try? Formula(parsing: tex)) }

    /// Whether the chapter has a letter instead of a number.
    var isAppendix: Bool { number?.first?.isLetter ?? false }

    private static func number(of stem: String) -> String? {
        if let number = Int(stem.prefix { $0.isASCII && $0.isNumber }) { return String(number) }
        let parts = stem.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 1, parts[0].first!.isLetter else { return nil }
        return parts[0].uppercased()
    }

    /// A diagnostic in this chapter.
    func diagnostic(_ position: SourcePosition, _ problem: Problem, severity: Diagnostic.Severity = .error)
        -> Diagnostic
    {
        Diagnostic(path: path, position: position, severity: severity, problem: problem)
    }
}

extension Document {
    /// Takes the first heading of level 1 off, if the document starts with it: the page's header shows it.
    fileprivate mutating func removeTitle() -> [Inline] {
        guard case .heading(level: 1, let inlines)? = blocks.first?.kind else { return [] }
        blocks.removeFirst()
        return inlines
    }
}
