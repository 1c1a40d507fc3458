import Foundation

/// What the search box looks through: the text of every section of a book, as a classic script, since a page that was
/// opened from file:// can load nothing else.
enum SearchIndex {
    /// The file's name in the site.
    static let fileName = "search-index.js"

    /// The texts of one page, as the script reads them.
    private struct PageText: Encodable, Sendable {
        var page: String
        var title: String
        var sections: [SearchSection]
    }

    /// The file: it hands the texts to the page's script.
    static func file(of chapters: [WovenChapter], pages: [Page]) -> Data {
        let texts = inParallel(Array(zip(chapters, pages))) { woven, page in
            PageText(page: page.name, title: woven.chapter.title, sections: SearchSection.sections(of: page.article))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Data("window.bookTexts = ".utf8) + (try encoder.encode(texts)) + Data(";\n".utf8)
        } catch {
            preconditionFailure("texts can always be encoded: \(error)")
        }
    }
}
