import Exhibits
import Foundation
import Scanning

/// The whole book on one page, from which a browser prints it: a title, the contents, then every chapter as its page has it.
///
/// It is made of the pages, whether they were rendered just now or stood on the site. An `id` gets the number of its page in front,
/// so that no two are the same, and a link to another page of the book leads to its place here.
struct PrintPage {
    private let book: Book
    private let paper: Paper
    private let chapters: [PrintedChapter]

    /// - Parameter pages: those of all chapters in their order, and the glossary's.
    init(of pages: [Page], in book: Book, on paper: Paper) {
        self.book = book
        self.paper = paper
        var numbers: [String: Int] = [:]
        for (place, page) in pages.enumerated() {
            numbers[page.name] = place + 1
            numbers[page.name.address] = place + 1
        }
        let places = numbers
        chapters = inParallel(Array(pages.enumerated())) { place, page in
            PrintedChapter(of: page, number: place + 1, among: places)
        }
    }

    /// The HTML file, in UTF-8.
    var html: [UInt8] {
        let language = book.settings.language
        var parts: [Int: String] = [:]
        for group in book.outlinesByPart {
            guard let (number, part) = group.part, let first = group.outlines.first else { continue }
            guard let place = chapters.firstIndex(where: { $0.page == first.page }) else { continue }
            parts[place] = "\(language(.part, Part.roman(number))) · \(part.title)"
        }
        let start: HTML = """
            <div class="book">
            <header class="title-page">
            <h1>\(book.settings.title)</h1>
            \(lines)</header>
            \(contents(parts: parts))
            """
        let head = """
            <meta name="robots" content="noindex">
            <style>
            \(StyleSheet.text(onOnePage: paper))
            </style>
            \(PageMeta.files(of: book).text)
            """
        var body = Array(start.text.utf8)
        for (place, chapter) in chapters.enumerated() {
            let part: HTML = parts[place].map { "<p class=\"part-title\">\($0)</p>\n" } ?? ""
            body += Array("<article id=\"\(chapter.anchor)\">\n\(part.text)".utf8)
            body += chapter.article
            body += Array("</article>\n".utf8)
        }
        body += Array("</div>\n<script>\n\(Resource.text("pagenumbers.js"))</script>\n".utf8)
        return Array(
            PageFrame(
                title: book.settings.title, head: head, body: String(decoding: body, as: UTF8.self),
                language: language.tag
            ).html.utf8)
    }

    /// What the title page says beside the title.
    private var lines: HTML {
        let settings = book.settings
        let version = [settings.origin.version, settings.origin.licence].compactMap(\.self).joined(separator: " · ")
        let lines = [("promise", settings.description), ("author", settings.author), ("version", version)]
        return
            "\(lines.compactMap { name, text in text.flatMap { $0.isEmpty ? nil : "<p class=\"\(name)\">\($0)</p>\n" as HTML } })"
    }

    private func contents(parts: [Int: String]) -> HTML {
        let items = chapters.enumerated().map { place, chapter in
            let part: HTML = parts[place].map { "<li class=\"part\">\($0)</li>\n" } ?? ""
            let outline = book.listedOutlines.first { $0.page == chapter.page }
            let number: HTML = outline?.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
            let title = outline.map { HeadingList.title($0.title, of: $0.titleInlines) } ?? "\(chapter.page)"
            let sections = chapter.sections.map { Self.entry("\(HTML(raw: $0.title))", $0.anchor, "") }
            let nested: HTML = sections.isEmpty ? "" : "<ol>\n\(sections)</ol>\n"
            return "\(part)\(Self.entry("\(number)\(title)", chapter.anchor, nested))" as HTML
        }
        let title = book.settings.language(.contents)
        return """
            <nav class="book-contents" aria-label="\(title)">
            <h2>\(title)</h2>
            <ol>
            \(items)</ol>
            </nav>

            """
    }

    /// A line of the contents; its page is found by the page's script, when it is known how the text breaks.
    private static func entry(_ title: HTML, _ anchor: String, _ nested: HTML) -> HTML {
        "<li><a href=\"#\(anchor)\"><span class=\"name\">\(title)</span> <span class=\"page-number\"></span></a>\(nested)</li>\n"
    }
}
