public import Markdown

/// A thing that the text can refer to, such as `@fig-window`.
public struct LabelledThing: Hashable, Codable, Sendable {
    /// What a label can stand for; the raw value is what the label starts with.
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        /// A figure.
        case figure = "fig"
        /// A table.
        case table = "tbl"
        /// A formula in a line of its own.
        case equation = "eq"
        /// A heading.
        case section = "sec"
        /// The code of a cell.
        case listing = "lst"

        /// The kind that `label` starts with; nil if it starts with none.
        init?(of label: String) {
            guard let dash = label.firstIndex(of: "-") else { return nil }
            self.init(rawValue: String(label[..<dash]))
        }

        /// The word that stands before the number.
        var word: Word {
            switch self {
            case .figure: .figure
            case .table: .table
            case .equation: .equation
            case .section: .section
            case .listing: .listing
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// The label, such as `fig-window`.
    public var label: String
    /// Its number, such as `4.2`.
    public var number: String
    /// The `id` on the page.
    public var anchor: String
    /// The name of the page.
    public var page: String
    /// Where the label stands.
    public var path: String
    /// Where in the file.
    public var position: SourcePosition

    /// Whether the author wrote the label, rather than a heading's text giving it.
    public var isNamedByAuthor: Bool

    /// `Figure 4.2`.
    func name(in language: Language) -> String { language(kind.word, number) }
}

/// Counts figures, tables, equations, listings and sections within a chapter.
struct Numbering {
    /// The chapter's number; without one the numbers have one part less.
    let chapter: String?
    private var counts: [LabelledThing.Kind: Int] = [:]
    private var sections: [Int] = []

    init(chapter: String?) {
        self.chapter = chapter
    }

    mutating func next(_ kind: LabelledThing.Kind) -> String {
        counts[kind, default: 0] += 1
        return text([counts[kind]!])
    }

    /// The number of the next section; a heading of level 2 is a section, of level 3 a section of it, and so on.
    mutating func nextSection(level: Int) -> String {
        let depth = max(1, level - 1)
        sections = Array(sections.prefix(depth))
        while sections.count < depth { sections.append(0) }
        sections[depth - 1] += 1
        return text(sections)
    }

    private func text(_ parts: [Int]) -> String {
        ((chapter.map { [$0] } ?? []) + parts.map(String.init)).joined(separator: ".")
    }
}
