import Exhibits
import Foundation
import Markdown

/// What a chapter gives to its site: its page, the files beside it, its part of the search and of the glossary.
struct Page: Hashable, Sendable {
    /// The name of the HTML file.
    let name: String
    /// The content of the HTML file and of the data and pictures of its figures, by their paths in the site.
    let files: [String: Data]
    /// The terms that it defines.
    let definitions: [Glossary.Definition]
    /// Its texts for the search, as JSON.
    let searchTexts: String

    /// The whole HTML file.
    var html: String { String(decoding: files[name] ?? Data(), as: UTF8.self) }

    /// A page that was rendered earlier.
    init(
        named name: String, files: [String: Data], definitions: [Glossary.Definition], searchTexts: String
    ) {
        self.name = name
        self.files = files
        self.definitions = definitions
        self.searchTexts = searchTexts
    }

    /// Renders a woven chapter in the frame of its book.
    init(rendering woven: WovenChapter, in book: Book) {
        let chapter = woven.chapter
        let whole = PartList.inserted(in: woven, of: book)
        let part = book.partName(of: chapter.number)
        let (linked, definitions) = book.glossary(forPage: chapter.page)?.linked(whole, part: part) ?? (whole, [])
        let article = Document(blocks: linked.blocks).html
        var files = woven.files.mapValues { Data($0.utf8) }
        files[chapter.page] = Data(Self.html(of: woven, article: article, in: book).utf8)
        self.init(
            named: chapter.page, files: files, definitions: definitions,
            searchTexts: SearchIndex.texts(of: article, page: chapter.page, title: chapter.title, part: part))
    }

    private static func html(of woven: WovenChapter, article: String, in book: Book) -> String {
        let chapter = woven.chapter
        let body = HTML(raw: article)
        let title = chapter.title == book.settings.title ? chapter.title : "\(chapter.title) · \(book.settings.title)"
        let description: HTML = chapter.description.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? ""
        let ownHead: HTML = "\(description)<link rel=\"stylesheet\" href=\"site.css\">\n\(Script.head)"
        let content: HTML = """
            <a class="skip" href="#text">Skip to the text</a>
            <div class="frame">
            \(Sidebar.html(of: book, current: chapter))
            <main id="text">
            <article>
            \(head(of: chapter, in: book))
            \(contents(of: chapter))
            \(body)</article>
            \(turn(from: chapter, in: book))
            \(Colophon.html(of: woven, in: book))
            </main>
            </div>
            <script src="site.js"></script>

            """
        return PageFrame(title: title, head: ownHead.text, body: content.text).html
    }

    private static func head(of chapter: Chapter, in book: Book) -> HTML {
        let part: HTML = book.partName(of: chapter.number).map { "\($0) · " } ?? ""
        let kicker: HTML =
            chapter.number.map {
                "<p class=\"kicker\">\(part)\(chapter.isAppendix ? "Appendix" : "Chapter") \($0)</p>\n"
            }
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
        let all = book.listedOutlines
        guard let index = all.firstIndex(where: { $0.page == chapter.page }) else { return "" }
        let previous: HTML = index > 0 ? link(to: all[index - 1], "previous", "Previous") : ""
        let next: HTML = index + 1 < all.count ? link(to: all[index + 1], "next", "Next") : ""
        return "<nav class=\"turn\" aria-label=\"Previous and next chapter\">\n\(previous)\(next)</nav>"
    }

    private static func link(to chapter: ChapterOutline, _ relation: String, _ word: String) -> HTML {
        "<a class=\"\(relation)\" rel=\"\(relation == "previous" ? "prev" : "next")\" href=\"\(chapter.page)\"><span>\(word)</span>\(chapter.title)</a>\n"
    }
}

extension Book {
    /// The pages of the chapters that were read.
    ///
    /// - Parameter transcripts: one for each chapter.
    func pages(with transcripts: [Transcript]) -> [Page] {
        inParallel(Array(zip(chapters, transcripts))) { chapter, transcript in
            Page(rendering: WovenChapter(weaving: chapter, with: transcript), in: self)
        }
    }
}
