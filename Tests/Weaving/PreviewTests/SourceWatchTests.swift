import Foundation
import Literate
import Testing

@testable import Preview

struct SourceWatchTests {
    private let book: BookFolder

    init() throws { book = try BookFolder() }

    @Test(arguments: [
        "chapters/01-a.md", "chapters/02-b.md", "chapters/book.yml", "chapters/references.bib", "Sources/A/A.swift",
        "Sources/A/B.swift", "Package.swift",
    ])
    func `what an author saves is noticed`(path: String) throws {
        defer { try? book.remove() }
        let before = SourceWatch(of: book.weaving)
        #expect(SourceWatch(of: book.weaving) == before)
        try book.write("new", to: path)
        let saved = SourceWatch(of: book.weaving)
        #expect(saved != before)
        #expect(saved.hasNewSources(since: before))
        try book.remove(path)
        #expect(SourceWatch(of: book.weaving).hasNewSources(since: saved))
    }

    @Test func `data are noticed, but may be a cell's own`() throws {
        defer { try? book.remove() }
        let before = SourceWatch(of: book.weaving)
        try book.write("1,2", to: "chapters/data/a.csv")
        #expect(SourceWatch(of: book.weaving) != before)
        #expect(!SourceWatch(of: book.weaving).hasNewSources(since: before))
    }

    @Test(arguments: ["chapters/site/index.html", "chapters/.draft.md", ".build/weave/lock"])
    func `what weave itself writes, and hidden files, are no save`(path: String) throws {
        defer { try? book.remove() }
        let before = SourceWatch(of: book.weaving)
        try book.write("new", to: path)
        #expect(SourceWatch(of: book.weaving) == before)
    }

    @Test func `chapters in the folder of the site are looked at`() throws {
        defer { try? book.remove() }
        var weaving = book.weaving
        weaving.site = book.folder
        let before = SourceWatch(of: weaving)
        try book.write("new", to: "chapters/01-a.md")
        #expect(SourceWatch(of: weaving) != before)
    }
}
