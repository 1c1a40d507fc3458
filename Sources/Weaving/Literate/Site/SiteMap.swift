import Exhibits

/// The list of a site's pages for search engines (the protocol of sitemaps.org); without dates, which a site does not have.
enum SiteMap {
    static let fileName = "sitemap.xml"

    /// The list; nil unless `book.yml` says where the site is.
    static func xml(of pages: [Page], in book: Book) -> String? {
        let addresses = pages.compactMap { book.settings.origin.address(ofPage: $0.name) }
        guard !addresses.isEmpty else { return nil }
        let items = addresses.map { "<url><loc>\($0.escaped(for: .anywhere))</loc></url>\n" }.joined()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(items)</urlset>

            """
    }
}
