import Foundation
import Testing

@testable import Literate

@Suite struct GlossaryTests {
    private func site(terms: String, _ chapters: [String: String]) throws -> [String: String] {
        let folder = try TemporaryBook(chapters.merging(["book.yml": "glossary: [\(terms)]\n"]) { $1 })
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        #expect(book.diagnostics.isEmpty)
        let pages = [Page](of: book, with: book.chapters.map { _ in Transcript() })
        return try Site(of: book, pages: pages).files.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a term is defined where it is bold and collected with its sentence and its symbol`() throws {
        let site = try site(
            terms: "slot, policy",
            [
                "01-a.md":
                    "# A\n\nNot here. A **slot** $`s`$ holds *one* number.[^n] More.\n\n[^n]: A note.\n\nThe **policy**."
            ])
        #expect(site["01-a.html"]!.contains("A <dfn id=\"term-slot\">slot</dfn>"))
        let page = try #require(site["glossary.html"])
        #expect(page.contains("<dt id=\"term-slot\">slot</dt>\n<dd><p>A <strong>slot</strong> <math"))
        #expect(
            page.contains("holds <em>one</em> number.</p>\n<p class=\"place\">In <a href=\"01-a.html#term-slot\">A</a>")
        )
        #expect(page.contains("<td><a href=\"#term-slot\">slot</a></td>"))
        #expect(!page.contains("<td><a href=\"#term-policy\">") && !page.contains("A note."))
        #expect(site["01-a.html"]!.contains("<a href=\"glossary.html\">"))
    }

    @Test(arguments: ["One.\nTwo", "One?\nTwo", "Is it $`x`$?\nTwo", "Is it $`x`$? Two", "One. Two", "(One.) Two"])
    func `the sentence begins after the end of the last, wherever the lines break`(_ start: String) throws {
        let site = try site(
            terms: "slot", ["01-a.md": "# A\n\n\(start) is a **slot** of $`n`$!\nThree."])
        #expect(site["glossary.html"]!.contains("<dd><p>Two is a <strong>slot</strong> of "))
        #expect(!site["glossary.html"]!.contains("Three"))
    }

    @Test func `a sentence in brackets ends with its bracket`() throws {
        let site = try site(terms: "slot", ["01-a.md": "# A\n\nOne. (Two is a **slot**.) Three is none."])
        #expect(site["glossary.html"]!.contains("<dd><p>(Two is a <strong>slot</strong>.)</p>"))
    }

    @Test func `the first use in a later chapter is a link, of the longest term, and only the first`() throws {
        let site = try site(
            terms: "policy, policy gradient",
            [
                "01-a.md": "# A\n\nA **policy**, a **policy gradient**.",
                "02-b.md": "# B\n\nPolicy-free. Two policy gradients, a policy, a policy gradient.",
            ])
        #expect(
            site["02-b.html"]!.contains(
                "Two <a class=\"term\" href=\"glossary.html#term-policy-gradient\">policy gradients</a>, a "
                    + "<a class=\"term\" href=\"glossary.html#term-policy\">policy</a>, a policy gradient."))
        #expect(!site["01-a.html"]!.contains("class=\"term\""))
    }

    @Test func `the terms stand in the order of the alphabet, whatever their first letters`() throws {
        let site = try site(terms: "Adam, ReLU, critic", ["01-a.md": "# A\n\n**ReLU**. **critic**. **Adam**."])
        let terms = site["glossary.html"]!.matches(of: #/<dt id="[^"]*">([^<]*)</#).map { String($0.output.1) }
        #expect(terms == ["Adam", "critic", "ReLU"])
    }

    @Test func `a book without terms has no glossary`() throws {
        let site = try site(terms: "", ["01-a.md": "# A\n\nA **policy**."])
        #expect(site["glossary.html"] == nil && site["01-a.html"]!.contains("<strong>policy</strong>"))
    }
}
