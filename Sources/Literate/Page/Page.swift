import Markdown

/// One HTML file of a site.
struct Page: Hashable, Sendable {
    /// The file's name.
    let name: String
    /// The whole file.
    let html: String
    /// The HTML of the chapter's own text.
    let article: String

    /// Renders a woven chapter in the frame of its book.
    init(rendering woven: WovenChapter, in book: Book) {
        let chapter = woven.chapter
        name = chapter.page
        article = Document(blocks: woven.blocks).html
        let body = HTML(raw: article)
        let title = chapter.title == book.settings.title ? chapter.title : "\(chapter.title) · \(book.settings.title)"
        let description: HTML = chapter.description.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? ""
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            \(description)<link rel="stylesheet" href="site.css">
            \(Script.head)
            </head>
            <body>
            <a class="skip" href="#text">Skip to the text</a>
            <div class="frame">
            \(Sidebar.html(of: book, current: chapter))
            <main id="text">
            <article>
            \(Self.head(of: chapter))
            \(Self.contents(of: chapter))
            \(body)</article>
            \(Self.turn(from: chapter, in: book))
            \(Colophon.html(of: woven, in: book))
            </main>
            </div>
            <script src="site.js"></script>
            </body>
            </html>

            """
        self.html = html.text
    }

    private static func head(of chapter: Chapter) -> HTML {
        let kicker: HTML =
            chapter.number.map { "<p class=\"kicker\">\(chapter.isAppendix ? "Appendix" : "Chapter") \($0)</p>\n" }
            ?? ""
        let promise: HTML = chapter.description.map { "<p class=\"promise\">\($0)</p>\n" } ?? ""
        return """
            <header class="chapter-head">
            \(kicker)<h1>\(chapter.title)</h1>
            \(promise)</header>
            """
    }

    private static func contents(of chapter: Chapter) -> HTML {
        guard chapter.sections.count > 1 else { return "" }
        let items = chapter.sections.map { section in
            "<li class=\"level-\(section.level)\"><a href=\"#\(section.anchor)\">\(section.title)</a></li>\n" as HTML
        }
        return """
            <nav class="contents" aria-label="On this page">
            <h2>On this page</h2>
            <ol>
            \(items)</ol>
            </nav>
            """
    }

    private static func turn(from chapter: Chapter, in book: Book) -> HTML {
        guard let index = book.chapters.firstIndex(where: { $0.path == chapter.path }) else { return "" }
        let previous: HTML =
            index > 0 ? link(to: book.chapters[index - 1], "previous", "Previous") : ""
        let next: HTML =
            index + 1 < book.chapters.count ? link(to: book.chapters[index + 1], "next", "Next") : ""
        return "<nav class=\"turn\" aria-label=\"Previous and next chapter\">\n\(previous)\(next)</nav>"
    }

    private static func link(to chapter: Chapter, _ relation: String, _ word: String) -> HTML {
        "<a class=\"\(relation)\" rel=\"\(relation == "previous" ? "prev" : "next")\" href=\"\(chapter.page)\"><span>\(word)</span>\(chapter.title)</a>\n"
    }
}
