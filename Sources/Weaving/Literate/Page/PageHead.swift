/// What stands above the text of a page: its place in the book, its title, its promise, and its sections.
enum PageHead {
    /// What a reader reads of a text such as ours, with formulas and figures.
    private static let wordsPerMinute = 200

    static func html(of chapter: Chapter, headings: [String: HTML] = [:], in book: Book) -> HTML {
        let promise: HTML = chapter.description.map { "<p class=\"promise\">\($0)</p>\n" } ?? ""
        return """
            <header class="chapter-head">
            \(kicker(of: chapter, in: book))<h1>\(HeadingList.title(chapter.title, of: chapter.titleInlines))</h1>
            \(promise)\(byline(of: chapter))</header>
            \(contents(of: chapter, headings: headings))
            """
    }

    /// Who wrote the chapter, and when.
    private static func byline(of chapter: Chapter) -> HTML {
        let author: HTML? = chapter.author.map { "\($0)" }
        let date: HTML? = chapter.date.map { "<time datetime=\"\($0)\">\($0)</time>" }
        switch (author, date) {
        case (nil, nil): return ""
        case (let author?, let date?): return "<p class=\"byline\">\(author) · \(date)</p>\n"
        case (let one, let other): return "<p class=\"byline\">\((one ?? other)!)</p>\n"
        }
    }

    private static func kicker(of chapter: Chapter, in book: Book) -> HTML {
        guard let number = chapter.number else { return "" }
        let part: HTML = book.partName(of: number).map { "\($0) · " } ?? ""
        let place: HTML = "\(part)\(chapter.language(chapter.isAppendix ? .appendix : .chapter, number))"
        guard !chapter.isAppendix else { return "<p class=\"kicker\">\(place)</p>\n" }
        let minutes = minutes(of: chapter)
        return
            "<p class=\"kicker\">\(place) · \(chapter.language(minutes == 1 ? .minute : .minutes, "\(minutes)"))</p>\n"
    }

    /// How long it takes to read the prose, whatever was computed; exercises, which come last, are not counted.
    private static func minutes(of chapter: Chapter) -> Int {
        let sections = ChapterTexts.sections(of: WovenChapter(weaving: chapter, with: Transcript()), inserting: [:])
        let words = sections.filter { !["exercises", "references"].contains($0.anchor) }.flatMap(\.texts)
            .reduce(0) { $0 + $1.split(separator: " ").count }
        return max(1, (words + wordsPerMinute / 2) / wordsPerMinute)
    }

    private static func contents(of chapter: Chapter, headings: [String: HTML]) -> HTML {
        guard chapter.sections.count > 1 else { return "" }
        let items = chapter.sections.map { section in
            "<li class=\"level-\(section.level)\"><a href=\"#\(section.anchor)\">\(headings[section.anchor] ?? "\(section.title)")</a></li>\n"
                as HTML
        }
        return """
            <nav class="contents" aria-label="\(chapter.language(.onThisPage))">
            <details class="menu" open><summary>\(chapter.language(.onThisPage))</summary>
            <ol>
            \(items)</ol>
            </details>
            </nav>
            \(Script.menus)
            """
    }
}
