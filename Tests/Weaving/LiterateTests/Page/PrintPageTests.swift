import Foundation
import TestSupport
import Testing

@testable import Literate

/// The whole book on one page.
struct PrintPageTests {
    private func print(_ files: [String: String]) throws -> String {
        let folder = try TemporaryBook(files)
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(book.diagnostics == [])
        let pages = [Page](of: book, with: book.chapters.map { _ in Transcript() })
        let site = try Site(of: book, pages: pages)
        return site.files[Paper.page].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static let files = [
        "book.yml": "title: Dice\nauthor: A. Uthor\nprint: true\nparts:\n  - title: One\n    chapters: 1-2\n",
        "index.md": "# Preface\n\nTo [two](02-b.md#same) and [one](01-a?.md).\n",
        "01-a?.md":
            "# A\n\n## Same\n\n## Why $`x`$?\n\nNote[^1], @sec-b, [out](https://e.org/#x), <span id=\"own\">o</span> [own](#own).\n\n[^1]: N.\n",
        "02-b.md":
            "# B\n\n## Same\n\nSee [here](#same) and @sec-b.\n\n<details>\n<summary>More</summary>\n\nFolded\n\n</details>\n\n## B {#sec-b}\n",
    ]

    @Test func `links lead to places on the page, whose names are all different`() throws {
        let page = try print(Self.files)
        #expect(page.contains("To <a href=\"#c3-same\">two</a> and <a href=\"#c2\">one</a>."))
        #expect(
            page.contains(
                "<a class=\"reference\" href=\"#c3-sec-b\">Section 2.2</a>, <a href=\"https://e.org/#x\">out</a>"))
        #expect(page.contains("<span id=\"c2-own\">o</span> <a href=\"#c2-own\">own</a>"))
        #expect(page.contains("<h2 id=\"c2-same\">") && page.contains("<h2 id=\"c3-same\">"))
        #expect(page.contains("<details open>\n<summary>More"))
        #expect(Self.faults(of: page) == [])
    }

    @Test func `title and contents come first, with parts and sections, each chapter once`() throws {
        let page = try print(Self.files)
        #expect(page.contains("<h1>Dice</h1>\n<p class=\"author\">A. Uthor</p>\n</header>"))
        let entry = "<span class=\"page-number\"></span></a>"
        #expect(
            page.contains(
                "<li class=\"part\">Part I · One</li>\n<li><a href=\"#c2\"><span class=\"name\"><span class=\"number\">1</span> A</span> \(entry)"
            ))
        #expect(
            page.contains("<a href=\"#c2-why-x\"><span class=\"name\">Why <math")
                || page.contains("<a href=\"#c2-why-\"><span class=\"name\">Why <math"))
        #expect(page.contains("<article id=\"c2\">\n<p class=\"part-title\">Part I · One</p>\n"))
        for text in ["<h1>A</h1>", "<h1>B</h1>", "<h1>Preface</h1>", "Folded"] {
            #expect(page.ranges(of: text).count == 1, "\(text)")
        }
        // Nothing of the frames of the single pages.
        #expect(!page.contains("class=\"sidebar\"") && !page.contains("class=\"turn\"") && !page.contains("site.js"))
    }

    @Test func `it is there on request only, and then the other pages lead to it`() throws {
        var files = Self.files
        #expect(try print(files.merging(["book.yml": "title: Dice\n"]) { $1 }) == "")
        files["book.yml"] = "print: Letter\n"
        #expect(try print(files).contains("@page { size: 215.9mm 279.4mm;"))
        let folder = try TemporaryBook(["01-a.md": "# A\n", "book.yml": "print: true\nlang: fr\n", "print.md": "# P\n"])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(
            book.diagnostics.map(\.description) == [
                "chapters/print.md: error: would become the page print.html, as the whole book on one page of chapters/book.yml does"
            ])
        let page = [Page](of: book, with: book.chapters.map { _ in Transcript() })[0].html
        #expect(page.contains("<p class=\"one-page\"><a href=\"print.html\">Tout le livre sur une page</a></p>"))
    }

    @Test func `a wrong kind of paper is an error`() throws {
        let folder = try TemporaryBook(["01-a.md": "# A\n", "book.yml": "print: A5\n"])
        defer { folder.remove() }
        #expect(
            try Book(reading: folder.chapters, named: "chapters").diagnostics.map(\.description) == [
                "chapters/book.yml:1:8: error: 'print' is true, false, A4 or letter, not 'A5'"
            ])
    }

    /// Takes the pages from `site/`, and writes what it makes of them to the file that `PRINT_PAGE` names, if any.
    @Test func `this book stands on one page without a broken link`() throws {
        var book = try Book(reading: Repository.file("chapters"), named: "chapters")
        book.settings.paper = .a4
        let site = SiteFolder(url: Repository.file("site"))
        let names = book.listedOutlines.map(\.page)
        let pages = names.map { name in
            Page(
                named: name, files: [name: site.content(of: name) ?? Data()], images: [], definitions: [],
                searchTexts: "")
        }
        let html = PrintPage(of: pages, in: book, on: .a4).html
        let page = String(decoding: html, as: UTF8.self)
        #expect(names.count > 15 && page.ranges(of: "<article id=").count == names.count)
        #expect(Self.faults(of: page) == [])
        if let path = ProcessInfo.processInfo.environment["PRINT_PAGE"] {
            try Data(html).write(to: URL(fileURLWithPath: path))
        }
    }

    /// Names that stand twice, and links that lead to none.
    private static func faults(of page: String) -> [String] {
        var seen: Set<String> = []
        let names = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        let twice = names.filter { !seen.insert($0).inserted }.map { "twice: \($0)" }
        let links = page.matches(of: #/ href="([^"]*)"/#).map { String($0.output.1) }
        let lost = links.filter { link in
            if link.hasPrefix("#") { return !seen.contains(String(link.dropFirst()).removingPercentEncoding ?? "") }
            return link.contains(".html") && !link.contains("://")
        }
        return twice + lost.map { "leads nowhere: \($0)" }
    }
}
