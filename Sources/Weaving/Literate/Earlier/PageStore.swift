import Foundation
import Scanning

/// Remembers what the pages on the site were made of, so that only those are made anew of which something changed.
///
/// A page depends on its chapter's text, on the other chapters' titles and labels and the terms that they define, on
/// `book.yml`, the bibliography, the data and images, and on the surroundings: weave itself, the compiler, the library's sources.
/// The pages stand on the site only: one that someone changed or removed is made anew too.
struct PageStore: Sendable {
    /// Where the records are.
    let folder: URL
    /// Where the pages are.
    let site: SiteFolder
    /// Names all that any page depends on beside the chapters' folder.
    let surroundings: String
    /// Whether all pages are to be made anew.
    let isFresh: Bool

    /// The records of the pages whose chapters have these very texts.
    func records(of texts: [BookFiles.ChapterText]) -> [PageRecord?] { inParallel(texts) { record(of: $0) } }

    private func record(of text: BookFiles.ChapterText) -> PageRecord? {
        guard !isFresh, case .whole(let record) = SealedFile.read(file(of: text.stem), as: PageRecord.self),
            record.textKey == textKey(path: text.path, source: text.text)
        else { return nil }
        return record
    }

    /// The page of a record, if it stands on the site as it was written.
    func page(of record: PageRecord) -> Page? {
        var files: [String: Data] = [:]
        for (path, fingerprint) in record.fingerprints {
            guard let data = site.content(of: path), Fingerprint.of(data) == fingerprint else { return nil }
            files[path] = data
        }
        return Page(
            named: record.outline.page, files: files, images: record.images, definitions: record.definitions,
            searchTexts: record.searchTexts)
    }

    /// Name all that the pages of a book depend on, in the order of its chapters.
    func keys(of draft: BookDraft) -> [String] {
        var frame = [
            surroundings, draft.files.settings ?? "", draft.files.bibliography ?? "", draft.data.fingerprint,
        ]
        frame += draft.bibliography.entries.values.filter { !$0.yearLetter.isEmpty }.map { $0.key + " " + $0.yearText }
            .sorted()
        for outline in draft.outlines {
            frame += [
                outline.path, outline.title, outline.titleInlines.isEmpty ? "" : "\(outline.titleInlines)",
                outline.promise ?? "", outline.date ?? "",
            ]
            frame += outline.labels.flatMap { [$0.label, $0.number, $0.anchor] } + outline.htmlAnchors
        }
        let frameKey = Fingerprint.of(frame)
        return zip(draft.outlines.indices, draft.files.chapters).map { place, text in
            let glossary = Glossary(terms: draft.settings.glossary.map(\.text), in: draft.outlines, at: place)
            return Fingerprint.of([frameKey, textKey(path: text.path, source: text.text)] + glossary.known)
        }
    }

    /// Keeps what a page was made of, once it is written.
    func keep(
        _ page: Page, of chapter: Chapter, with transcript: Transcript, outline: ChapterOutline, key: String
    ) throws {
        let record = PageRecord(
            textKey: textKey(path: chapter.path, source: chapter.source), key: key, outline: outline,
            fingerprints: page.files.mapValues { Fingerprint.of($0) }, images: page.images,
            definitions: page.definitions, searchTexts: page.searchTexts,
            counts: PageCounts(of: chapter, with: transcript))
        try SealedFile.write(record, to: file(of: chapter.stem))
    }

    private func file(of stem: String) -> URL { folder.appendingPathComponent(stem + ".json") }

    private func textKey(path: String, source: String) -> String { Fingerprint.of([surroundings, path, source]) }
}
