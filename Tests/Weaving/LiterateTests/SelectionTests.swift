import Foundation
import Testing

@testable import Literate

@Suite struct SelectionTests {
    @Test func `some chapters are woven by themselves, whatever is wrong with the others`() async throws {
        let book = try TemporaryBook([
            "01-a.md": "# A\n\nOne `{swift} 1 + 1`.", "02-b.md": "# B\n\nTwo [back](01-a.md).", "03-c.md": "# C\n",
        ])
        defer { book.remove() }
        _ = try await book.weave()
        try book.write("# A\n\nNew `{swift} 2 + 2`.", to: "01-a.md")
        try book.write("# B\n\nBroken @fig-nowhere `{swift} x`.", to: "02-b.md")
        let old = try (book.page("02-b.html"), book.page("search-index.js"))
        for name in ["chapters/01-a.md", "01-a.md", "01-a"] {
            let summary = try await book.weaving().run(only: [name])
            #expect(summary.chapters == 1 && summary.numbers == 1)
        }
        #expect(try book.page("01-a.html").contains("New 4."))
        #expect(try book.page("02-b.html") == old.0 && book.page("search-index.js") == old.1)
        #expect(try book.page("03-c.html").contains("<h1>C</h1>"))
    }

    @Test func `a page woven by itself has the bytes that it has in the whole book`() async throws {
        let book = try TemporaryBook([
            "book.yml": "glossary: [slot]\n", "01-a.md": "# A\n\nA **slot** is `{swift} 1`.",
            "02-b.md": "# B\n\nIts slot is `{swift} 2`, see [A](01-a.md).",
        ])
        defer { book.remove() }
        _ = try await book.weave()
        let whole = try book.page("02-b.html")
        try book.write("# B\n\nDifferent.", to: "02-b.md")
        _ = try await book.weaving().run(only: ["02-b"])
        try book.write("# B\n\nIts slot is `{swift} 2`, see [A](01-a.md).", to: "02-b.md")
        _ = try await book.weaving().run(only: ["02-b"])
        #expect(try book.page("02-b.html") == whole && whole.contains("term-slot"))
    }

    @Test func `a chapter that runs by itself leaves nothing of chapters that are gone in the cache`() async throws {
        let book = try TemporaryBook([
            "01-a.md": "# A\n\n`{swift} UInt64(\(TemporaryBook.nonce()))`", "02-b.md": "# B\n",
        ])
        defer { book.remove() }
        var weaving = book.weaving()
        weaving.cache = book.folder.appendingPathComponent("cache")
        let programs = weaving.cache.appendingPathComponent("programs")
        try FileManager.default.createDirectory(
            at: programs.appendingPathComponent("03-gone"), withIntermediateDirectories: true)
        _ = try await weaving.run(only: ["01-a"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: programs.path) == ["01-a"])
    }

    @Test func `the pages of chapters that need not run are woven beside a weave that runs others`() async throws {
        let book = try TemporaryBook([
            "01-a.md": "# A\n\nOne `{swift} 1`.", "02-b.md": "# B\n\n`{swift} UInt64(\(TemporaryBook.nonce()))`",
        ])
        defer { book.remove() }
        _ = try await book.weave()
        let old = try book.page("02-b.html")
        try book.write("# A\n\nNow one `{swift} 1`.", to: "01-a.md")
        try book.write("# B\n\n`{swift} UInt64(\(TemporaryBook.nonce()))`", to: "02-b.md")
        let isBuilt = try await WeaveLock.holding(book.weaving().cache) { try await book.weaving().runComputed() }
        #expect(isBuilt)
        #expect(try book.page("01-a.html").contains("Now one 1."))
        #expect(try book.page("02-b.html") == old)
        try book.write("# A\n\nSee @fig-nowhere.", to: "01-a.md")
        await #expect(throws: Diagnostics.self) { try await book.weaving().runComputed() }
        #expect(try book.page("01-a.html").contains("Now one 1."))
    }

    @Test(arguments: [
        ("01-a.md", "# New\n\nMore, `{swift} 1`.\n\n```swift\n//| echo: false\nprint(2)\n```\n", true),
        ("01-a.md", "# A\n\n`{swift} 3`\n\n```swift\nprint(2)\n```\n", false),
        ("01-a.md", "# A\n\n`{swift} 1`\n\n```swift\n//| eval: false\nprint(2)\n```\n", false),
        ("book.yml", "modules: [Exhibits]\n", false), ("02-b.md", "# B\n", false), ("references.bib", "", true),
    ])
    func `a save changes what a book computes or only its prose`(file: String, text: String, isSame: Bool) throws {
        let book = try TemporaryBook(["01-a.md": "# A\n\n`{swift} 1`\n\n```swift\nprint(2)\n```\n"])
        defer { book.remove() }
        let before = try #require(BookCode(of: book.weaving()))
        try book.write(text, to: file)
        let after = try #require(BookCode(of: book.weaving()))
        #expect(after.computesSame(as: before) == isSame)
    }

    @Test func `an unknown chapter is an error with a suggestion`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n"])
        defer { book.remove() }
        let failure = await #expect(throws: Failure.self) { try await book.weaving().run(only: ["chapters/01-b.md"]) }
        #expect(
            failure?.description
                == "chapters/01-b.md: error: the book has no such chapter, and weave no such command; did you mean 'chapters/01-a.md'?"
        )
    }
}
