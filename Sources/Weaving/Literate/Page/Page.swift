import Exhibits
import Foundation
import Markdown
import Scanning

/// What a chapter gives to its site: its page, the files beside it, its part of the search and of the glossary.
struct Page: Hashable, Sendable {
    /// The name of the HTML file.
    let name: String
    /// The content of the HTML file and of the data and pictures of its figures, by their paths in the site.
    let files: [String: Data]
    /// The images that it shows, by their paths in the site.
    let images: [String]
    /// The terms that it defines.
    let definitions: [Definition]
    /// Its texts for the search, as JSON.
    let searchTexts: String

    /// The whole HTML file.
    var html: String { String(decoding: files[name] ?? Data(), as: UTF8.self) }

    /// A page that was rendered earlier.
    init(
        named name: String, files: [String: Data], images: [String], definitions: [Definition], searchTexts: String
    ) {
        self.name = name
        self.files = files
        self.images = images
        self.definitions = definitions
        self.searchTexts = searchTexts
    }

    /// Renders a woven chapter in the frame of its book.
    ///
    /// - Parameter marks: what stands in the place of all results; nil for the results.
    init(rendering woven: WovenChapter, in book: Book, marks: PageMarks? = nil) {
        let chapter = woven.chapter
        var linked = woven
        var definitions: [Definition] = []
        if let glossary = book.glossary(forPage: chapter.page) {
            (linked.blocks, definitions) = glossary.linked(
                woven.blocks, of: chapter, part: book.partName(of: chapter.number))
        }
        var rendering = Rendering(chapter: chapter)
        let cells = CellBox(woven: woven, rendering: rendering, marks: marks)
        rendering.cells = { cells.html(of: chapter.cells[$0]) }
        rendering.insertions = [PartList.placeholder: PartList.html(of: book)]
        let article: HTML =
            "\(rendering.html(of: linked.blocks))\(ReferenceList.html(of: chapter, by: rendering))"
        let sections = ChapterTexts.sections(
            of: linked, inserting: [PartList.placeholder: PartList.texts(of: book)])
        var files = WrittenTable.files(of: woven)
        for cell in chapter.cells { files.merge(cells.files(of: cell)) { $1 } }
        self.init(
            of: woven, article: article, sections: sections, in: book, files: files, definitions: definitions,
            fingerprint: marks?.fingerprint)
    }

    /// Puts the text of a page into the frame of its book.
    ///
    /// - Parameters:
    ///   - article: the text.
    ///   - sections: what a search finds in it.
    ///   - fingerprint: what stands for that of the results; nil for their own.
    init(
        of woven: WovenChapter, article: HTML, sections: [SearchSection], in book: Book, files: [String: String] = [:],
        definitions: [Definition] = [], fingerprint: String? = nil
    ) {
        let chapter = woven.chapter
        var files = files.mapValues { Data($0.utf8) }
        let foot = Colophon.html(of: woven, in: book, fingerprint: fingerprint)
        files[chapter.page] = Data(Self.html(of: woven, article: article, foot: foot, in: book).utf8)
        self.init(
            named: chapter.page, files: files, images: chapter.images + book.settings.files, definitions: definitions,
            searchTexts: SearchIndex.json(
                of: sections, page: chapter.page.address, title: chapter.title, part: book.partName(of: chapter.number))
        )
    }

    private static func html(of woven: WovenChapter, article: HTML, foot: HTML, in book: Book) -> String {
        let chapter = woven.chapter
        let headings = HeadingList.html(of: woven)
        let title = chapter.title == book.settings.title ? chapter.title : "\(chapter.title) · \(book.settings.title)"
        let description: HTML = chapter.description.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? ""
        let ownHead: HTML =
            "\(description)\(PageMeta.html(of: chapter, in: book))<link rel=\"stylesheet\" href=\"site.css\">\n\(PageMeta.files(of: book))\(Script.head)"
        let content: HTML = """
            <a class="skip" href="#text">\(chapter.language(.skip))</a>
            <div class="frame">
            \(Sidebar.html(of: book, current: chapter, headings: headings))
            <main id="text">
            <article>
            \(PageHead.html(of: chapter, headings: headings, in: book))
            \(article)</article>
            \(turn(from: chapter, in: book))
            \(foot)
            </main>
            </div>
            <script src="site.js"></script>

            """
        let frame = PageFrame(title: title, head: ownHead.text, body: content.text, language: chapter.language.tag)
        return DirectionControl.shown(in: frame.html)
    }

    private static func turn(from chapter: Chapter, in book: Book) -> HTML {
        let all = book.listedOutlines
        guard let index = all.firstIndex(where: { $0.page == chapter.page }) else { return "" }
        let previous: HTML = index > 0 ? link(to: all[index - 1], "previous", book.settings.language(.previous)) : ""
        let next: HTML = index + 1 < all.count ? link(to: all[index + 1], "next", book.settings.language(.next)) : ""
        return "<nav class=\"turn\" aria-label=\"Previous and next chapter\">\n\(previous)\(next)</nav>"
    }

    private static func link(to chapter: ChapterOutline, _ relation: String, _ word: String) -> HTML {
        "<a class=\"\(relation)\" rel=\"\(relation == "previous" ? "prev" : "next")\" href=\"\(chapter.page.address)\"><span>\(word)</span>\(HeadingList.title(chapter.title, of: chapter.titleInlines))</a>\n"
    }
}

extension [Page] {
    /// The pages of the chapters of a book that were read.
    ///
    /// - Parameter transcripts: one for each chapter.
    init(of book: Book, with transcripts: [Transcript]) {
        self = inParallel([(Chapter, Transcript)](zip(book.chapters, transcripts))) { chapter, transcript in
            Page(rendering: WovenChapter(weaving: chapter, with: transcript), in: book)
        }
    }
}
