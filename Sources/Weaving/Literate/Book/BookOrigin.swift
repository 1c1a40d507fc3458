/// Where a book comes from, and what one may do with it: what `book.yml` says of that.
public struct BookOrigin: Hashable, Sendable {
    /// The address of the repository.
    public var repository: String?
    /// The version of the book.
    public var version: String?
    /// The name of the licence.
    public var licence: String?
    /// The address of a chapter's text, in which `{path}` stands for the chapter's path in the repository.
    public var source: String?
    /// The address for whoever has found a mistake; `{path}` again stands for the chapter's path.
    public var report: String?

    /// Where the site is, without a slash at its end.
    public var site: String?

    static let keys = ["url", "repository", "version", "licence", "source", "report"]

    mutating func set(_ key: String, to text: String?) {
        switch key {
        case "url": site = text.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        case "repository": repository = text
        case "version": version = text
        case "licence": licence = text
        case "source": source = text
        default: report = text
        }
    }

    /// The address of a page, where the site has one.
    func address(ofPage name: String) -> String? {
        site.map { $0 + "/" + (name == "index.html" ? "" : name.address) }
    }

    /// Where the text of a chapter is.
    func source(of path: String) -> String? { source?.replacing("{path}", with: path) }

    /// Where to report a mistake in a chapter.
    func report(on path: String) -> String? { report?.replacing("{path}", with: path) }
}
