public import Markdown

/// What `book.yml` beside the chapters says of a book.
public struct BookSettings: Hashable, Sendable {
    /// The title of the book.
    public var title = "A book that runs"
    /// Who wrote it.
    public var author: String?
    /// The promise of the book in one sentence.
    public var description: String?
    /// The product of the package that the cells link: a dynamic library.
    public var product = "BookRuntime"
    /// The modules that every cell imports.
    public var modules = ["Exhibits", "Figures"]
    /// The terms that chapters define, each where it first stands in bold.
    public var glossary: [Term] = []

    /// A term, and where `book.yml` has it.
    public struct Term: Hashable, Sendable {
        /// The words.
        public var text: String
        /// Their place in the file.
        public var position: SourcePosition?
    }

    /// The file's name.
    static let fileName = "book.yml"

    private static let keys = ["title", "author", "description", "product", "modules", "glossary"]

    /// The settings of a book without `book.yml`.
    public init() {}

    /// Reads `book.yml`, if there is one; what is wrong goes to the diagnostics.
    init(parsing yaml: String?, path: String, diagnostics: inout [Diagnostic]) {
        var settings = Self()
        defer { self = settings }
        guard let yaml else { return }
        var found: [Diagnostic] = []
        let reader = YAMLKeys(malformed: Problem.malformedBookSettings) {
            found.append(Diagnostic(path: path, position: $0, problem: $1))
        }
        reader.read(yaml) { key, position, value in
            switch key {
            case "title": settings.title = reader.text(value, of: key) ?? settings.title
            case "author": settings.author = reader.text(value, of: key)
            case "description": settings.description = reader.text(value, of: key)
            case "product": settings.product = reader.text(value, of: key) ?? settings.product
            case "modules":
                let names = reader.texts(value, of: key, expected: "a list of names", mayBeEmpty: false)
                settings.modules = names?.map(\.text) ?? settings.modules
            case "glossary":
                let terms = reader.texts(value, of: key, expected: "a list of terms", mayBeEmpty: true)
                settings.glossary = (terms ?? []).map { Term(text: $0.text, position: $0.position) }
            default: reader.report(position, .unknownBookKey(key, known: Self.keys))
            }
        }
        diagnostics += found
    }
}
