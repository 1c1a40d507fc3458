import Foundation
import Testing

@testable import Literate

/// Pages that are not made again, which must be those that would come out the same.
@Suite(.serialized) struct KeptPageTests {
    private static let chapters = [
        "book.yml": "glossary: [slot]\n",
        "references.bib": "@book{one1999, author = {A. One}, title = {T}, year = 1999}\n",
        "data.txt": "x",
        "01-a.md": "# A\n\nA **slot** is `{swift} 1` [@one1999].\n\n## First {#sec-start}\n\nText.\n",
        "02-b.md": "# B\n\nA slot, see @sec-start. ![dot](dot.svg)\n",
        "03-c.md": "# C\n\nNothing.\n",
        "dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ]

    /// A woven book with a cache of its own.
    private func woven() async throws -> (book: TemporaryBook, weaving: Weaving) {
        let book = try TemporaryBook(Self.chapters)
        var weaving = book.weaving()
        weaving.cache = book.folder.appendingPathComponent("cache")
        // The very first weave builds the library, and only then is it known what the library is made of.
        _ = try await weaving.run()
        _ = try await weaving.run()
        return (book, weaving)
    }

    /// The chapters whose pages the next weave would make.
    private func toMake(_ weaving: Weaving) throws -> [String] {
        let surroundings = try #require(weaving.surroundings(of: weaving.packageSources()))
        return try weaving.read(keeping: weaving.pageStore(in: surroundings)).book.chapters.map(\.stem)
    }

    @Test func `only what changed is made again`() async throws {
        let (book, weaving) = try await woven()
        defer { book.remove() }
        #expect(try toMake(weaving) == [])
        func expect(_ stems: [String], after name: String, is text: String) throws {
            try book.write(text, to: name)
            #expect(try toMake(weaving) == stems, "\(name): \(text)")
            try book.write(Self.chapters[name]!, to: name)
            #expect(try toMake(weaving) == [])
        }
        try expect(["01-a"], after: "01-a.md", is: Self.chapters["01-a.md"]!.replacing("Text", with: "Words"))
        try expect(["03-c"], after: "03-c.md", is: "# C\n\nA **slot** of no account.\n")
        let all = ["01-a", "02-b", "03-c"]
        try expect(all, after: "03-c.md", is: "# D\n\nNothing.\n")
        try expect(all, after: "03-c.md", is: "# C\n\n## Second\n\nNothing.\n")
        try expect(all, after: "01-a.md", is: Self.chapters["01-a.md"]!.replacing("**slot**", with: "slot"))
        try expect(all, after: "book.yml", is: "title: T\nglossary: [slot]\n")
        try expect(all, after: "references.bib", is: Self.chapters["references.bib"]!.replacing("1999}", with: "2000}"))
        try expect(all, after: "data.txt", is: "y")
        try FileManager.default.removeItem(at: weaving.chapters.appendingPathComponent("dot.svg"))
        #expect(try toMake(weaving) == all)
        try book.write(Self.chapters["dot.svg"]!, to: "dot.svg")
        var fresh = weaving
        fresh.isFresh = true
        #expect(try toMake(fresh) == all)
        fresh = weaving
        fresh.site = book.folder.appendingPathComponent("elsewhere")
        #expect(try toMake(fresh) == all)
    }

    @Test(arguments: ["03-c.html", "01-a.html"])
    func `a page that someone changed or removed is made again`(_ page: String) async throws {
        let (book, weaving) = try await woven()
        defer { book.remove() }
        let file = weaving.site.appendingPathComponent(page)
        let content = try Data(contentsOf: file)
        for change in ["changed", "removed"] {
            if change == "removed" {
                try FileManager.default.removeItem(at: file)
            } else {
                try (content + Data("<!-- mine -->".utf8)).write(to: file)
            }
            #expect(try toMake(weaving) == [String(page.dropLast(5))])
            #expect(try await weaving.run().isChanged)
            #expect(try Data(contentsOf: file) == content)
        }
    }

    @Test func `a record that is cut off or changed is as good as none`() async throws {
        let (book, weaving) = try await woven()
        defer { book.remove() }
        let file = weaving.cache.appendingPathComponent("pages/02-b.json")
        let content = try Data(contentsOf: file)
        try content.dropLast().write(to: file)
        #expect(try toMake(weaving) == ["02-b"])
        try (content.dropLast() + Data(" ".utf8)).write(to: file)
        #expect(try toMake(weaving) == ["02-b"])
    }

    @Test func `an image that is gone, and a label that is gone, are errors of the chapters that show them`()
        async throws
    {
        let (book, weaving) = try await woven()
        defer { book.remove() }
        try FileManager.default.removeItem(at: weaving.chapters.appendingPathComponent("dot.svg"))
        try book.write(Self.chapters["01-a.md"]!.replacing(" {#sec-start}", with: ""), to: "01-a.md")
        let diagnostics = await #expect(throws: Diagnostics.self) { try await weaving.run() }
        #expect(
            diagnostics?.all.map(\.description) == [
                "chapters/02-b.md:3:13: error: nothing has the label 'sec-start'",
                "chapters/02-b.md:3:25: error: the image 'dot.svg' does not exist",
            ])
    }

    @Test func `pages made one by one have the bytes of pages made together`() async throws {
        let (book, weaving) = try await woven()
        defer { book.remove() }
        try book.write("# B\n\nNew: a slot, see @sec-start. ![dot](dot.svg)\n", to: "02-b.md")
        let summary = try await weaving.run()
        #expect((summary.chapters, summary.ran, summary.numbers) == (3, 0, 1))
        let site = SiteFolder(url: weaving.site)
        let kept = site.contents()
        var fresh = weaving
        fresh.isFresh = true
        #expect(try await fresh.run().isChanged == false)
        #expect(site.contents() == kept)
    }

    @Test func `a chapter with a warning is read each time`() async throws {
        let book = try TemporaryBook(["01-a.md": "# A\n\nA $x$ b.\n", "02-b.md": "# B\n"])
        defer { book.remove() }
        var weaving = book.weaving()
        weaving.cache = book.folder.appendingPathComponent("cache")
        _ = try await weaving.run()
        _ = try await weaving.run()
        #expect(try toMake(weaving) == ["01-a"])
        try book.write("# B\n\nMore.\n", to: "02-b.md")
        #expect(try await weaving.run().warnings.count == 1)
    }
}
