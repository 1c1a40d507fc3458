import Markdown
import Testing

@testable import Literate

@Suite struct BibTeXReaderTests {
    private func entries(_ source: String) throws -> [BibliographyEntry] {
        var reader = BibTeXReader(source)
        return try reader.entries()
    }

    @Test func `an entry has a kind, a key and fields in braces, quotation marks or neither`() throws {
        let entries = try entries(
            "A remark.\n@Article{one,\n  title = {Of {GRPO} and\n  others}, pages = \"1--9\",\n  year = 1992,\n}\n@book{two, a={b}}"
        )
        #expect(entries.map(\.key) == ["one", "two"])
        #expect(entries[0].kind == "article")
        #expect(entries[0].fields == ["title": "Of GRPO and others", "pages": "1–9", "year": "1992"])
        #expect(entries[1].position.line == 7)
    }

    @Test(arguments: [
        ("@book{one, title {x}}", "1:18: '=' is missing"),
        ("@book{one,\n title = {x", "2:10: the value has no end"),
        ("@book{one, author = {M\\\"uller}}", "1:23: write the letter itself instead of a command of TeX"),
        ("@book{, a = 1}", "1:7: an entry needs a key"),
    ]) func `a mistake is named at its place`(source: String, expected: String) {
        do {
            _ = try entries(source)
            Issue.record("no error in \(source)")
        } catch let failure as BibTeXReader.Failure {
            #expect("\(failure.position.line):\(failure.position.column): \(failure.reason)" == expected)
        } catch {
            Issue.record("\(error)")
        }
    }
}
