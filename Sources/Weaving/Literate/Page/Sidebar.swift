/// The list of chapters beside each page, with the sections of the current one.
enum Sidebar {
    static func html(of book: Book, current: Chapter, headings: [String: HTML] = [:]) -> HTML {
        let chapters = book.outlinesByPart.map { group in
            let items = group.outlines.map { item(for: $0, current: current, headings: headings) }
            guard let (number, part) = group.part else { return "<ol>\n\(items)</ol>\n" as HTML }
            return """
                <p class="part" id="part-\(number)"><span>Part \(Part.roman(number))</span> \(part.title)</p>
                <ol aria-labelledby="part-\(number)">
                \(items)</ol>

                """
        }
        let home = book.listedOutlines.first { $0.stem == "index" }
        let title: HTML =
            home.map { home in
                let mark: HTML = home.path == current.path ? " aria-current=\"page\"" : ""
                return "<a class=\"book-title\" href=\"\(home.page)\"\(mark)>\(book.settings.title)</a>"
            } ?? "<span class=\"book-title\">\(book.settings.title)</span>"
        return """
            <div class="sidebar">
            <nav aria-label="Chapters">
            \(title)
            <div class="search" role="search" hidden>
            <input type="search" placeholder="Search ( / )" aria-label="Search the book" \
            autocomplete="off" spellcheck="false">
            <ul id="search-results" role="listbox" aria-label="Results" hidden></ul>
            </div>
            <details class="menu" open><summary>Chapters</summary>
            \(chapters)<button class="theme-toggle" type="button" hidden></button>
            </details>
            </nav>
            \(Script.menus)
            </div>
            """
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
