/// What a page says of itself to those who link to it: its one address, and the title and promise that a link shows. Nothing, unless
/// `book.yml` says where the site is.
enum PageMeta {
    /// The style sheet and the picture for the browser's tabs that the book has of its own.
    static func files(of book: Book) -> HTML {
        let style: HTML = book.settings.style.map { "<link rel=\"stylesheet\" href=\"\($0.address)\">\n" } ?? ""
        let icon: HTML = book.settings.favicon.map { "<link rel=\"icon\" href=\"\($0.address)\">\n" } ?? ""
        return "\(style)\(icon)"
    }

    static func html(of chapter: Chapter, in book: Book) -> HTML {
        guard let address = book.settings.origin.address(ofPage: chapter.page) else { return "" }
        let isHome = chapter.stem == Chapter.homeStem
        var properties = [
            ("og:type", isHome ? "website" : "article"), ("og:url", address), ("og:title", chapter.title),
            ("og:site_name", book.settings.title),
            ("og:locale", chapter.language.tag.replacing("-", with: "_")),
        ]
        if let promise = chapter.description ?? (isHome ? book.settings.description : nil) {
            properties.append(("og:description", promise))
        }
        let lines = properties.map { "<meta property=\"\($0)\" content=\"\($1)\">\n" as HTML }
        let feed: HTML =
            Feed.isThere(for: book)
            ? "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\(Feed.fileName)\" title=\"\(book.settings.title)\">\n"
            : ""
        return "<link rel=\"canonical\" href=\"\(address)\">\n\(lines)\(feed)"
    }
}
