/// What there is in a book, without running anything of it.
public struct ChapterListing: Hashable, Sendable {
    /// The chapter's file.
    public var path: String
    /// Its labels, in their order, with what the text calls them.
    public var labels: [String]
    /// How long its program took when it last ran; nil if it must run again.
    public var seconds: Double?
}
