import Markdown

/// The parts of a book with their chapters and what each of these promises, for the preface; in a book without parts, all
/// chapters.
enum PartList {
    /// What stands in a chapter's text where the list goes.
    static let placeholder = "<!-- chapters -->"

    /// The chapter with the list where it asks for it.
    static func inserted(in woven: WovenChapter, of book: Book) -> WovenChapter {
        var result = woven
        result.blocks = woven.blocks.map { block in
            guard case .html(let text) = block.kind, text.trimmingEnd == placeholder else { return block }
            return Block(.html(html(of: book).text), at: block.range)
        }
        return result
    }

    private static func html(of book: Book) -> HTML {
        let hasParts = !book.settings.parts.isEmpty
        let groups = book.outlinesByPart.filter { !hasParts || $0.part != nil }.map { group in
            let title: HTML =
                group.part.map { "<p class=\"part\">Part \(Part.roman($0.number)) · \($0.part.title)</p>\n" } ?? ""
            return "\(title)<ul>\n\(group.outlines.map(item))</ul>\n" as HTML
        }
        return "<div class=\"chapter-list\">\n\(groups)</div>\n"
    }

    private static func item(_ outline: ChapterOutline) -> HTML {
        let number: HTML = outline.number.map { "<span class=\"number\">\($0)</span>" } ?? ""
        let promise: HTML = outline.promise.map { ". \($0)" } ?? ""
        return "<li>\(number)<span><a href=\"\(outline.page)\">\(outline.title)</a>\(promise)</span></li>\n"
    }
}
