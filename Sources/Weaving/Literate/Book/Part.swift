public import Markdown

/// Some chapters of a book under one title, which may import modules of their own.
public struct Part: Hashable, Sendable {
    /// What it is about.
    public var title: String
    /// The numbers of its chapters, as `book.yml` has them.
    public var chapters: [Number]
    /// The modules that every cell of its chapters imports; nil for the book's.
    public var modules: [String]?

    /// The number of a chapter, and where `book.yml` has it.
    public struct Number: Hashable, Sendable {
        /// The number as the chapter's file has it, without zeros in front.
        public var text: String
        /// Its place in the file.
        public var position: SourcePosition?
    }

    /// Whether the chapter with this number belongs to it.
    func contains(_ number: String?) -> Bool { chapters.contains { $0.text == number } }

    /// `1-6` or `7` as numbers; nil if it is neither.
    static func numbers(in text: String, at position: SourcePosition?) -> [Number]? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends[0], let last = ends.last ?? first, ends.count <= 2, 0 < first, first <= last, last < 1000
        else { return nil }
        return (first...last).map { Number(text: String($0), position: position) }
    }

    /// `II` for 2.
    static func roman(_ number: Int) -> String {
        var (rest, text) = (number, "")
        for (value, digits) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
            while rest >= value {
                text += digits
                rest -= value
            }
        }
        return text
    }
}

extension [Part] {
    /// What is wrong with the parts of a book: a chapter in two of them or in none, and a number without a chapter.
    func diagnostics(for outlines: [ChapterOutline], path: String) -> [Diagnostic] {
        guard !isEmpty else { return [] }
        let numbered = outlines.filter { $0.number?.first?.isNumber ?? false }
        var first: [String: Part] = [:]
        var result: [Diagnostic] = []
        for part in self {
            for number in part.chapters {
                if let other = first.updateValue(part, forKey: number.text) {
                    let problem = Problem.chapterInTwoParts(number.text, first: other.title, second: part.title)
                    result.append(Diagnostic(path: path, position: number.position, problem: problem))
                }
                if !numbered.contains(where: { $0.number == number.text }) {
                    let problem = Problem.partWithoutChapter(number.text, part: part.title)
                    result.append(Diagnostic(path: path, position: number.position, problem: problem))
                }
            }
        }
        for outline in numbered where first[outline.number!] == nil {
            let problem = Problem.chapterInNoPart(outline.number!, settings: BookSettings.fileName)
            result.append(Diagnostic(path: outline.path, position: nil, problem: problem))
        }
        return result
    }
}

extension Book {
    /// The part of the chapter with this number, and the part's own number; nil if it belongs to none.
    func part(of number: String?) -> (number: Int, part: Part)? {
        settings.parts.firstIndex { $0.contains(number) }.map { ($0 + 1, settings.parts[$0]) }
    }

    /// `Part II`; nil for a chapter that belongs to none.
    func partName(of number: String?) -> String? {
        part(of: number).map { settings.language(.part, Part.roman($0.number)) }
    }

    /// The modules that every cell of a chapter imports.
    func modules(of chapter: Chapter) -> [String] { part(of: chapter.number)?.part.modules ?? settings.modules }

    /// The chapters but the preface, in their order, those of each part together; no part for those that belong to none.
    var outlinesByPart: [(part: (number: Int, part: Part)?, outlines: [ChapterOutline])] {
        var groups: [(part: (number: Int, part: Part)?, outlines: [ChapterOutline])] = []
        for outline in listedOutlines where outline.stem != "index" {
            let part = part(of: outline.number)
            if groups.isEmpty || groups.last!.part?.number != part?.number { groups.append((part, [])) }
            groups[groups.count - 1].outlines.append(outline)
        }
        return groups
    }
}
