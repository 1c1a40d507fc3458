import Foundation
import Testing

@testable import Literate

/// Texts of authors and of programs stay texts in every place where weave puts them.
struct InjectionTests {
    private static let evil = "\"'><script>alert(1)</script>&]]>"

    /// A book with such a text wherever a text goes, and its site.
    private func site() throws -> [String: String] {
        // Markdown lets HTML through, as it should: there, the text is escaped.
        let escaped = Self.evil.replacing("<", with: "\\<").replacing("&", with: "\\&").replacing("]", with: "\\]")
        let yaml = "'\(Self.evil.replacing("'", with: "''"))'"
        let chapter = """
            ---
            title: \(yaml)
            description: \(yaml)
            author: \(yaml)
            date: 2026-01-01
            ---

            > [!NOTE]
            > \(escaped)

            ![\(escaped)](p.svg){#fig-p}

            ![\(escaped)](p.svg "\(escaped.replacing("\"", with: "\\\""))")

            ## \(escaped)

            **\(escaped)** is `\(Self.evil)`[^n] and [@k]. `{swift} v`

            [^n]: \(escaped)

                \(escaped)

            Term \(escaped)
            : \(escaped)

            - [ ] \(escaped)

            | \(escaped) |
            | --- |
            | \(escaped) |
            : \(escaped) {#tbl-t}

            ```swift
            //| code-fold: true
            //| code-summary: \(yaml)
            //| lst-cap: \(yaml.replacing("<", with: "\\<"))
            //| label: lst-x
            print(1)
            ```

            """
        let bibliography =
            "@misc{k, author = {{\(Self.evil.replacing("&", with: "\\&"))}}, title = {<script>}, year = {<script>}}"
        let folder = try TemporaryBook([
            "01-a.md": chapter, "p.svg": "<svg/>", "references.bib": bibliography,
            "book.yml": """
            title: \(yaml)
            author: \(yaml)
            description: \(yaml)
            version: \(yaml)
            licence: \(yaml)
            repository: \(yaml)
            url: https://e.org/"'><script>alert(1)</script>
            print: true
            lang: en
            parts:
              - title: \(yaml)
                chapters: 1

            """,
        ])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(!book.diagnostics.hasErrors, "\(book.diagnostics.map(\.description))")
        var transcript = Transcript()
        transcript.inlines = [0: Self.evil]
        transcript.cells = [0: .init(output: Self.evil, failure: Self.evil, claims: [Self.evil])]
        let pages = [Page](of: book, with: [transcript])
        return try Site(of: book, pages: pages).files.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `no text of an author or a program becomes markup`() throws {
        let files = try site()
        for name in ["01-a.html", "index.html", "print.html", "feed.xml", "sitemap.xml"] {
            let text = try #require(files[name], "\(name)")
            #expect(text.contains("alert(1)"), "\(name)")
            #expect(!text.contains("<script>alert(1)"), "\(name)")
            // An attribute does not end where a text wants it to.
            #expect(!text.contains("\"'>"), "\(name)")
        }
    }

    @Test func `what other programs read is well formed`() throws {
        for (name, text) in try site() where name.hasSuffix(".xml") {
            #expect(XML.isWellFormed(text), "\(name)")
        }
    }
}

/// As much of XML as a sitemap and a feed have.
private enum XML {
    static func isWellFormed(_ text: String) -> Bool {
        var open: [Substring] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains("]]>") { return false }
            guard let end = rest[start...].firstIndex(of: ">") else { return false }
            let tag = rest[start...].dropFirst().prefix(upTo: end)
            if tag.contains("<") || tag.count(where: { $0 == "\"" }) % 2 != 0 { return false }
            if tag.hasPrefix("/") {
                if open.popLast() != tag.dropFirst() { return false }
            } else if !tag.hasPrefix("?"), !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
            rest = rest[end...].dropFirst()
        }
        return open.isEmpty
    }
}
