public import Markdown
import Yams

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

    private static let keys = ["title", "author", "description", "product", "modules", "glossary"]

    /// The settings of a book without `book.yml`.
    public init() {}

    /// Reads `book.yml`; what is wrong goes to the diagnostics.
    init(parsing yaml: String, path: String, diagnostics: inout [Diagnostic]) {
        func position(_ mark: Mark?) -> SourcePosition? {
            mark.map { SourcePosition(line: $0.line, column: $0.column) }
        }
        func report(_ mark: Mark?, _ problem: Problem) {
            diagnostics.append(Diagnostic(path: path, position: position(mark), problem: problem))
        }
        do {
            guard let node = try Yams.compose(yaml: yaml) else { return }
            guard let mapping = node.mapping else {
                report(node.mark, .malformedFrontMatter(reason: "it is not a list of keys and values"))
                return
            }
            for (key, value) in mapping {
                let name = key.string ?? ""
                let text = value.string
                if text == nil, ["title", "author", "description", "product"].contains(name) {
                    report(value.mark, .wrongValue(key: name, value: "\(value.any)", expected: "a text"))
                    continue
                }
                switch name {
                case "title": title = text!
                case "author": author = text
                case "description": description = text
                case "product": product = text!
                case "modules":
                    let names = value.sequence.map { $0.map(\.string) } ?? []
                    guard !names.isEmpty, !names.contains(nil) else {
                        report(value.mark, .wrongValue(key: name, value: "\(value.any)", expected: "a list of names"))
                        continue
                    }
                    modules = names.map { $0! }
                case "glossary":
                    let nodes = value.sequence.map(Array.init) ?? []
                    let terms = nodes.compactMap { node in
                        node.string.map { Term(text: $0, position: position(node.mark)) }
                    }
                    guard value.sequence != nil, terms.count == nodes.count else {
                        report(value.mark, .wrongValue(key: name, value: "\(value.any)", expected: "a list of terms"))
                        continue
                    }
                    glossary = terms
                default: report(key.mark, .unknownBookKey(name, known: Self.keys))
                }
            }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            report(mark, .malformedFrontMatter(reason: problem))
        } catch {
            report(nil, .malformedFrontMatter(reason: "\(error)"))
        }
    }
}
