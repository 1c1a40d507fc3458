import Exhibits

/// The chapters of a book that have a date, the newest first, for programs that tell their readers of new ones (Atom, RFC 4287).
enum Feed {
    static let fileName = "feed.xml"

    private static func dated(_ book: Book) -> [ChapterOutline] {
        let places = book.outlines.enumerated().filter { $0.element.date != nil }
        return places.sorted { ($1.element.date!, $1.offset) < ($0.element.date!, $0.offset) }.map(\.element)
    }

    /// Whether `book.yml` says where the site is, and a chapter when it was written.
    static func isThere(for book: Book) -> Bool {
        book.settings.origin.site != nil && book.outlines.contains { $0.date != nil }
    }

    /// The feed; nil if there is none.
    static func xml(of book: Book) -> String? {
        let origin = book.settings.origin
        guard isThere(for: book), let home = origin.address(ofPage: "index.html"),
            let own = origin.address(ofPage: fileName), let newest = dated(book).first?.date
        else { return nil }
        let author: HTML = "<author><name>\(book.settings.author ?? book.settings.title)</name></author>"
        let entries = dated(book).map { outline in
            let address = origin.address(ofPage: outline.page) ?? ""
            let promise: HTML = outline.promise.map { "<summary>\($0)</summary>" } ?? ""
            let author: HTML = outline.author.map { "<author><name>\($0)</name></author>" } ?? ""
            return """
                <entry><title>\(outline.title)</title><link href="\(address)"/><id>\(address)</id>\
                <updated>\(time(outline.date ?? ""))</updated>\(author)\(promise)</entry>

                """ as HTML
        }
        let feed: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(book.settings.language.tag)">
            <title>\(book.settings.title)</title><link href="\(home)"/><link rel="self" href="\(own)"/><id>\(home)</id>
            <updated>\(time(newest))</updated>\(author)
            \(entries)</feed>

            """
        return feed.text
    }

    /// A day as the moment that it starts.
    private static func time(_ date: String) -> String { date + "T00:00:00Z" }
}
