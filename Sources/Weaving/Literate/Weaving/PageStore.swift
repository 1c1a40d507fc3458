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

    /// The pages of earlier weaves; nil if it is not known what pages depend on.
    init?(for weaving: Weaving, sources: PackageSources) {
        guard let surroundings = Surroundings.name(of: weaving, sources: sources) else { return nil }
        self.surroundings = surroundings
        folder = weaving.cache.appendingPathComponent("pages")
        site = SiteFolder(url: weaving.site)
        isFresh = weaving.isFresh
    }

    /// The record of a page whose chapter has this very text.
    func record(of text: BookFiles.ChapterText) -> PageRecord? {
        guard !isFresh, case .whole(let record) = CheckedFile.read(file(of: text.stem), as: PageRecord.self),
            record.text == name(path: text.path, source: text.text)
        else { return nil }
        return record
    }

    /// The page of a record, if all that it depends on is the same and it stands on the site as it was written.
    func page(of record: PageRecord, key: String) -> KeptPage? {
        guard record.key == key else { return nil }
        var files: [String: Data] = [:]
        for (path, checksum) in record.checksums {
            guard let data = site.content(of: path), Checksum.text(of: data) == checksum else { return nil }
            files[path] = data
        }
        let page = Page(
            named: record.outline.page, files: files, definitions: record.definitions, searchTexts: record.searchTexts)
        return KeptPage(record: record, page: page)
    }

    /// Names all that the pages of a book depend on, in the order of the chapters.
    func keys(of outlines: [ChapterOutline], in files: BookFiles, terms: [String], data: String) -> [String] {
        var frame = [surroundings, files.settings ?? "", files.bibliography ?? "", data]
        for outline in outlines {
            frame += [outline.path, outline.title, outline.promise ?? ""]
            frame += outline.labels.flatMap { [$0.label, $0.number, $0.anchor] }
        }
        let frameName = Checksum.text(of: frame)
        return outlines.indices.map { place in
            let glossary = Glossary(terms: terms, in: outlines, at: place)
            return Checksum.text(
                of: [frameName, name(path: outlines[place].path, source: files.chapters[place].text)] + glossary.known)
        }
    }

    /// Keeps what pages were made of, once they are written, but for those of which something is worth telling each time.
    ///
    /// - Parameters:
    ///   - pages: one for each chapter that was read.
    ///   - transcripts: one for each of these chapters.
    func keep(_ pages: [Page], of book: Book, with transcripts: [Transcript], warnings: [Diagnostic]) throws {
        let places = Dictionary(uniqueKeysWithValues: zip(book.outlines.map(\.page), book.outlines.indices))
        for (page, (chapter, transcript)) in zip(pages, zip(book.chapters, transcripts))
        where !warnings.contains(where: { $0.path == chapter.path }) {
            let place = places[page.name]!
            let record = PageRecord(
                text: name(path: chapter.path, source: chapter.source), key: book.pageKeys[place],
                outline: book.outlines[place], checksums: page.files.mapValues { Checksum.text(of: $0) },
                images: chapter.images, definitions: page.definitions, searchTexts: page.searchTexts,
                counts: PageCounts(of: chapter, with: transcript))
            try CheckedFile.write(record, to: file(of: chapter.stem))
        }
    }

    private func file(of stem: String) -> URL { folder.appendingPathComponent(stem + ".json") }

    private func name(path: String, source: String) -> String {
        Checksum.text(of: [surroundings, path, source])
    }
}
