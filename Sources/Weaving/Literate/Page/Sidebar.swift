/// The list of chapters beside each page, with the sections of the current one.
enum Sidebar {
    static func html(of book: Book, current: Chapter, headings: [String: HTML] = [:]) -> HTML {
        let chapters = book.outlinesByPart.map { group in
            let items = group.outlines.map { item(for: $0, current: current, headings: headings) }
            guard let (number, part) = group.part else { return "<ol>\n\(items)</ol>\n" as HTML }
            return """
                <p class="part" id="part-\(number)"><span>\(book.settings.language(.part, Part.roman(number)))</span> \(part.title)</p>
                <ol aria-labelledby="part-\(number)">
                \(items)</ol>

                """
        }
        let mark: HTML = current.stem == Chapter.homeStem ? " aria-current=\"page\"" : ""
        let title: HTML = "<a class=\"book-title\" href=\"index.html\"\(mark)>\(book.settings.title)</a>"
        return """
            <div class="sidebar">
            <nav aria-label="\(book.settings.language(.chapters))">
            \(title)
            <div class="search" role="search" hidden>
            <input type="search" placeholder="\(book.settings.language(.search)) ( / )" aria-label="Search the book" \
            autocomplete="off" spellcheck="false">
            <ul id="search-results" role="listbox" aria-label="Results" hidden></ul>
            </div>
            <details class="menu" open><summary>\(book.settings.language(.chapters))</summary>
            \(chapters)\(onePage(of: book))<button class="theme-toggle" type="button" hidden></button>
            </details>
            </nav>
            \(Script.menus)
            </div>
            """
    }

    private static func onePage(of book: Book) -> HTML {
        guard book.settings.paper != nil else { return "" }
        return "<p class=\"one-page\"><a href=\"\(Paper.page)\">\(book.settings.language(.onePage))</a></p>\n"
    }

    private static func item(for chapter: ChapterOutline, current: Chapter, headings: [String: HTML]) -> HTML {
        let isCurrent = chapter.path == current.path
        let number: HTML = chapter.number.map { "<span class=\"number\">\($0)</span>" } ?? ""
        let mark: HTML = isCurrent ? " aria-current=\"page\"" : ""
        let sections = current.sections.filter { $0.level == 2 }.map { section in
            "<li><a href=\"#\(section.anchor)\">\(headings[section.anchor] ?? "\(section.title)")</a></li>\n" as HTML
        }
        let nested: HTML = isCurrent && !sections.isEmpty ? "\n<ol>\n\(sections)</ol>" : ""
        return
            "<li><a href=\"\(chapter.page.address)\"\(mark)>\(number)\(HeadingList.title(chapter.title, of: chapter.titleInlines))</a>\(nested)</li>\n"
    }
}
