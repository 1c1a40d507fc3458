import Markdown
import Yams

/// What `book.yml` beside the chapters says of a book.
public struct BookSettings: Hashable, Sendable {
    /// The title of the book.
    public var title = "A book that runs"
    /// Who wrote it.
    public var author: String?
    /// The promise of the book in one sentence.
    public var description: String?
    /// Where the book comes from, and what one may do with it.
    public var origin = BookOrigin()
    /// The language.
    public var language = Language.english
    /// The paper for which the whole book stands on one page too; nil for none.
    public var paper: Paper?
    /// A picture beside the chapters for the browser's tabs.
    public var favicon: String?
    /// A style sheet beside the chapters, which is read after weave's own.
    public var style: String?
    /// The files beside the chapters that it names, for every page.
    var files: [String] { [favicon, style].compactMap(\.self) }
    /// The product of the package that the cells link: a dynamic library.
    public var product = "BookRuntime"
    /// Whether chapters that remember nothing are compiled with optimisation: for a book whose library does what takes time,
    /// and not its cells, the compiler takes longer than it saves.
    public var optimizes = true
    /// The parts, in their order; none if the chapters stand side by side.
    public var parts: [Part] = []
    /// The modules that every cell imports, of chapters whose part does not say otherwise.
    public var modules = ["Exhibits", "Figures"]
    /// The terms that chapters define, each where it first stands in bold.
    public var glossary: [Term] = []

    /// The file's name.
    static let fileName = "book.yml"

    private static let keys =
        [
            "title", "author", "description", "lang", "print", "favicon", "style", "product", "optimize", "parts",
            "modules", "glossary",
        ] + BookOrigin.keys
    private static let partKeys = ["title", "chapters", "modules"]

    /// The settings of a book without `book.yml`.
    public init() {}

    /// Reads `book.yml`, if there is one; what is wrong goes to the diagnostics.
    ///
    /// - Parameter isThere: whether there is a file beside the chapters.
    init(
        parsing yaml: String?, path: String, isThere: (String) -> Bool = { _ in true },
        diagnostics: inout [Diagnostic]
    ) {
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
            case "lang":
                guard let language = Self.language(value, reader) else { break }
                settings.language = language
                guard !language.isKnown else { break }
                let problem = Problem.foreignLanguage(language.tag)
                found.append(Diagnostic(path: path, position: position, severity: .warning, problem: problem))
            case "favicon": settings.favicon = Self.file(value, key, reader, exists: isThere)
            case "style": settings.style = Self.file(value, key, reader, exists: isThere)
            case "print":
                let names = ["true": Paper.a4, "a4": .a4, "letter": .letter]
                let text = value.string?.lowercased() ?? ""
                settings.paper = names[text]
                if settings.paper == nil, text != "false" {
                    reader.wrong(value, key, expected: "true, false, A4 or letter")
                }
            case "product": settings.product = reader.text(value, of: key) ?? settings.product
            case "optimize":
                switch value.string {
                case "true": settings.optimizes = true
                case "false": settings.optimizes = false
                default: reader.wrong(value, key, expected: "true or false")
                }
            case "modules":
                let names = reader.texts(value, of: key, expected: "a list of names", mayBeEmpty: false)
                settings.modules = names?.map(\.text) ?? settings.modules
            case "parts":
                settings.parts = reader.maps(
                    value, of: key, expected: "a list of parts, each with 'title' and 'chapters'"
                )
                .map { Self.part(in: $0, reader) }
            case "glossary":
                let terms = reader.texts(value, of: key, expected: "a list of terms", mayBeEmpty: true)
                settings.glossary = (terms ?? []).map { Term(text: $0.text, position: $0.position) }
            case "url":
                let text = reader.text(value, of: key)
                if let text, text.firstMatch(of: #/^https?:\/\/[^\s\/?#]+[^\s?#]*$/#) == nil {
                    reader.wrong(value, key, expected: "the address of the site, such as https://example.org/book")
                } else {
                    settings.origin.set(key, to: text)
                }
            case "repository", "version", "licence", "source", "report":
                settings.origin.set(key, to: reader.text(value, of: key))
            default: reader.report(position, .unknownBookKey(key, known: Self.keys))
            }
        }
        diagnostics += found
    }

    /// Reads the name of a file beside the chapters.
    private static func file(_ value: Node, _ key: String, _ reader: YAMLKeys, exists: (String) -> Bool) -> String? {
        guard let name = reader.text(value, of: key) else { return nil }
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."), exists(name) else {
            reader.wrong(value, key, expected: "a file beside the chapters")
            return nil
        }
        return name
    }

    /// Reads the language.
    private static func language(_ value: Node, _ reader: YAMLKeys) -> Language? {
        guard let language = value.string.flatMap(Language.init) else {
            reader.wrong(value, "lang", expected: "the tag of a language, such as fr or de-CH")
            return nil
        }
        return language
    }

    /// Reads one part.
    private static func part(in map: [YAMLKeys.Entry], _ reader: YAMLKeys) -> Part {
        var part = Part(title: "", chapters: [])
        for key in ["title", "chapters"] where !map.contains(where: { $0.key == key }) {
            reader.report(map.first?.position, .incompletePart(key))
        }
        for entry in map {
            switch entry.key {
            case "title": part.title = reader.text(entry.value, of: entry.key) ?? part.title
            case "chapters":
                let pieces = reader.pieces(entry.value)
                let numbers = pieces.map { Part.numbers(in: $0.text, at: $0.position) }
                part.chapters = numbers.flatMap { $0 ?? [] }
                guard numbers.isEmpty || numbers.contains(nil) else { continue }
                reader.wrong(entry.value, entry.key, expected: "the numbers of chapters, such as 1-6 or [1, 2]")
            case "modules":
                let names = reader.texts(entry.value, of: entry.key, expected: "a list of names", mayBeEmpty: false)
                part.modules = names?.map(\.text)
            default: reader.report(entry.position, .unknownBookKey(entry.key, known: partKeys))
            }
        }
        return part
    }
}
