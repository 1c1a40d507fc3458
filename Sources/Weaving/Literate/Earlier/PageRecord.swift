import Foundation

/// What is kept of a page beside its files, which stand on the site.
struct PageRecord: Codable, Sendable {
    /// Names the chapter's text and all that reading it depends on.
    var textKey: String
    /// Names all that the page depends on.
    var key: String
    /// What the other chapters need of this one.
    var outline: ChapterOutline
    /// The fingerprints of the page and of the files beside it, by their paths in the site.
    var fingerprints: [String: String]
    /// The images that it shows, by their paths in the site.
    var images: [String]
    /// The terms that it defines.
    var definitions: [Definition]
    /// Its texts for the search, as JSON.
    var searchTexts: String
    /// How much there is on it.
    var counts: PageCounts
}
