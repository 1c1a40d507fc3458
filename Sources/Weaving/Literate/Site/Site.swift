import Foundation

/// A whole site in memory: a pure function of the book, the library and weave.
struct Site: Sendable {
    /// The content of every file, by its path.
    private(set) var files: [String: Data] = [:]

    /// The site of a whole book.
    ///
    /// - Parameter pages: one for each chapter, in their order.
    /// - Throws: ``Diagnostics`` if an image can not be read.
    init(of book: Book, pages: [Page]) throws(Diagnostics) {
        var pages = pages
        var extra: [String: Data] = [:]
        if !book.settings.glossary.isEmpty {
            pages.append(GlossaryPage(of: pages.flatMap(\.definitions)).page(in: book))
        }
        if let paper = book.settings.paper {
            extra[Paper.page] = Data(PrintPage(of: pages, in: book, on: paper).html)
        }
        if let feed = Feed.xml(of: book) { extra[Feed.fileName] = Data(feed.utf8) }
        if let map = SiteMap.xml(of: pages, in: book) { extra[SiteMap.fileName] = Data(map.utf8) }
        // An author may have written a first page in HTML, and linked to it.
        let hasHome = pages.contains { $0.name == "index.html" || $0.images.contains("index.html") }
        let home = hasHome ? nil : ContentsPage.page(in: book)
        try self.init(of: pages + [home].compactMap(\.self), showing: book.folder)
        files.merge(extra) { own, _ in own }
        files[SearchIndex.fileName] = SearchIndex.file(of: pages.map(\.searchTexts))
    }

    /// Some pages of a book with all that they load, and without what is made of all pages.
    ///
    /// - Parameter folder: where the images are.
    /// - Throws: ``Diagnostics`` if an image can not be read.
    init(of pages: [Page], showing folder: URL) throws(Diagnostics) {
        for page in pages { files.merge(page.files) { $1 } }
        files["site.css"] = Data(StyleSheet.text.utf8)
        files["site.js"] = Data(Script.file.utf8)
        for name in Set(pages.flatMap(\.images)).sorted() {
            let url = folder.appendingPathComponent(name)
            do {
                files[name] = try Data(contentsOf: url)
            } catch {
                throw Diagnostics([
                    Diagnostic(path: url.path, position: nil, problem: .unreadable(reason: error.reason))
                ])
            }
        }
    }

    /// The site with what an earlier weave wrote for all that this one lacks.
    func completed(by folder: SiteFolder) -> Site {
        var result = self
        result.files.merge(folder.contents()) { new, _ in new }
        return result
    }
}
