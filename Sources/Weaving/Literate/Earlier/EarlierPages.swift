import Foundation

/// The pages of a book that stand on the site as they would be made again, and the keys of all its pages.
struct EarlierPages: Sendable {
    /// A page, and what is known of it.
    struct Standing: Sendable {
        let record: PageRecord
        let page: Page
    }

    private let store: PageStore?
    /// What each page depends on, by its name.
    private var keys: [String: String] = [:]
    /// The pages that stand, by their names.
    private(set) var standing: [String: Standing] = [:]

    /// Looks for the pages of a book.
    ///
    /// - Parameters:
    ///   - store: nil if it is not known what pages depend on: none stands then.
    ///   - records: what an earlier weave noted of chapters with the same texts, in their order.
    init(of draft: BookDraft, in store: PageStore?, records: [PageRecord?]) {
        self.store = store
        guard let store else { return }
        let candidates = Array(zip(records, store.keys(of: draft)))
        for (outline, (_, key)) in zip(draft.outlines, candidates) { keys[outline.page] = key }
        let pages = inParallel(candidates) { record, key in
            record.flatMap { record in
                record.key == key ? store.page(of: record).map { Standing(record: record, page: $0) } : nil
            }
        }
        for standing in pages.compactMap(\.self) { self.standing[standing.page.name] = standing }
    }

    /// Whether the page of a chapter stands.
    func contains(_ outline: ChapterOutline) -> Bool { standing[outline.page] != nil }

    /// The pages that stand and those that were made, in the order of the book.
    func completed(by made: [Page], in book: Book) -> [Page] {
        let pages = made + standing.values.map(\.page)
        let named = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0) })
        return book.outlines.map { named[$0.page]! }
    }

    /// Keeps what the pages of a book were made of, but for those of which something is worth telling each time.
    ///
    /// - Parameters:
    ///   - pages: one for each chapter that was read.
    ///   - transcripts: one for each of these chapters.
    func keep(_ pages: [Page], of book: Book, with transcripts: [Transcript], warnings: [Diagnostic]) throws {
        guard let store else { return }
        for (page, (chapter, transcript)) in zip(pages, zip(book.chapters, transcripts))
        where !warnings.contains(where: { $0.path == chapter.path }) {
            let outline = book.outlines.first { $0.page == page.name }!
            try store.keep(page, of: chapter, with: transcript, outline: outline, key: keys[page.name]!)
        }
    }
}
