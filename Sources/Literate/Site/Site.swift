import Foundation

/// A whole site in memory: a pure function of the book, the library and weave.
struct Site: Sendable {
    /// The content of every file, by its path.
    private(set) var files: [String: Data] = [:]

    /// A site of these files.
    init(files: [String: Data]) {
        self.files = files
    }

    /// The site of a book whose chapters are woven.
    ///
    /// - Throws: ``Diagnostics`` if an image can not be read.
    init(of book: Book, woven: [WovenChapter]) throws(Diagnostics) {
        var book = book
        var glossary = Glossary(terms: book.settings.glossary.map(\.text))
        var woven = woven.map { glossary.linked($0) }
        if let page = glossary.chapter {
            book.chapters.append(page.chapter)
            woven.append(page)
        }
        let listed = book
        let pages = inParallel(woven) { Page(rendering: $0, in: listed) }
        for page in pages { files[page.name] = Data(page.html.utf8) }
        files[SearchIndex.fileName] = SearchIndex.file(of: woven, pages: pages)
        for chapter in woven {
            for (path, text) in chapter.files { files[path] = Data(text.utf8) }
        }
        files["site.css"] = Data(StyleSheet.text.utf8)
        files["site.js"] = Data(Script.file.utf8)
        for (name, url) in book.images {
            do {
                files[name] = try Data(contentsOf: url)
            } catch {
                throw Diagnostics([
                    Diagnostic(path: url.path, position: nil, problem: .unreadable(reason: error.reason))
                ])
            }
        }
    }
}
