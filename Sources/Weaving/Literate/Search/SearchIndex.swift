import Foundation

/// What the search box looks through: the text of every section of a book, as a classic script, since a page that was
/// opened from file:// can load nothing else.
enum SearchIndex {
    /// The file's name in the site.
    static let fileName = "search-index.js"

    /// The texts of one page, as the script reads them.
    private struct PageText: Encodable {
        var page: String
        var title: String
        /// The name of its part; nil if it belongs to none.
        var part: String?
        var sections: [SearchSection]
    }

    /// The texts of one page as JSON.
    ///
    /// - Parameters:
    ///   - sections: the page's own text.
    ///   - part: the name of the part that the page belongs to.
    static func json(of sections: [SearchSection], page: String, title: String, part: String?) -> String {
        let texts = PageText(page: page, title: title, part: part, sections: sections)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(texts), as: UTF8.self)
        } catch {
            preconditionFailure("texts can always be encoded: \(error)")
        }
    }

    /// The file: it hands the texts of all pages, each as JSON, to the page's script.
    static func file(of texts: [String]) -> Data {
        Data("window.bookTexts = [\(texts.joined(separator: ","))];\n".utf8)
    }
}
