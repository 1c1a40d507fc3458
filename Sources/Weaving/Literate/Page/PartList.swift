/// The parts of a book with their chapters and what each of these promises, for the preface; in a book without parts, all
/// chapters.
enum PartList {
    /// What stands in a chapter's text where the list goes.
    static let placeholder = "<!-- chapters -->"

    /// The chapters of each part under its title, as the list has them.
    private static func groups(of book: Book) -> [(title: String?, outlines: [ChapterOutline])] {
        let hasParts = !book.settings.parts.isEmpty
        return book.outlinesByPart.filter { !hasParts || $0.part != nil }.map { group in
            (
                group.part.map { "\(book.settings.language(.part, Part.roman($0.number))) · \($0.part.title)" },
                group.outlines
            )
        }
    }

    /// What a search finds in the list.
    static func texts(of book: Book) -> [String] {
        groups(of: book).flatMap { title, outlines in
            (title.map { [$0] } ?? [])
                + outlines.map { "\($0.number ?? "")\($0.title)\($0.promise.map { ". " + $0 } ?? "")" }
        }
    }

    static func html(of book: Book) -> HTML {
        let groups = groups(of: book).map { group in
            let title: HTML = group.title.map { "<p class=\"part\">\($0)</p>\n" } ?? ""
            return "\(title)<ul>\n\(group.outlines.map(item))</ul>\n" as HTML
        }
        return "<div class=\"chapter-list\">\n\(groups)</div>\n"
    }

    private static func item(_ outline: ChapterOutline) -> HTML {
        let number: HTML = outline.number.map { "<span class=\"number\">\($0)</span>" } ?? ""
        let promise: HTML = outline.promise.map { ". \($0)" } ?? ""
        return
            "<li>\(number)<span><a href=\"\(outline.page.address)\">\(HeadingList.title(outline.title, of: outline.titleInlines))</a>\(promise)</span></li>\n"
    }
}
