/// A page that stands on the site as it would be made again, and what is known of it.
struct KeptPage: Sendable {
    /// What it was made of, and what the book takes from it.
    let record: PageRecord
    /// The page with its files.
    let page: Page
}

/// What is kept of a page beside its files, which stand on the site.
struct PageRecord: Codable, Sendable {
    /// Names the chapter's text and all that reading it depends on.
    var text: String
    /// Names all that the page depends on.
    var key: String
    /// What the other chapters need of this one.
    var outline: ChapterOutline
    /// The checksums of the page and of the files beside it, by their paths in the site.
    var checksums: [String: String]
    /// The images that it shows, by their paths in the site.
    var images: [String]
    /// The terms that it defines.
    var definitions: [Glossary.Definition]
    /// Its texts for the search, as JSON.
    var searchTexts: String
    /// How much there is on it.
    var counts: PageCounts
}
