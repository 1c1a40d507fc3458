import Markdown
import Testing

@testable import Literate

@Suite struct BibTeXReaderTests {
    private func entries(_ source: String) -> [BibliographyEntry] {
        var reader = BibTeXReader(source)
        return reader.entries()
    }

    private func fields(_ fields: String) -> [String: String] { entries("@misc{one, \(fields)}").first?.fields ?? [:] }

    /// What a list says of a work.
    private func listed(_ fields: String) -> String { entries("@misc{one, \(fields)}")[0].inlines.plainText }

    @Test func `an entry has a kind, a key and fields in braces, quotation marks or neither`() {
        let entries = entries(
            "A remark.\n@Article{one,\n  title = {Of {GRPO} and\n  others}, pages = \"1--9\",\n  year = 1992,\n}\n@book{two, a={b}}"
        )
        #expect(entries.map(\.key) == ["one", "two"])
        #expect(entries[0].kind == "article")
        #expect(entries[0].fields == ["title": "Of GRPO and others", "pages": "1–9", "year": "1992"])
        #expect(entries[1].position.line == 7)
    }

    @Test(arguments: [
        ("{Mar{\\'i}a M\\\"uller}", "María Müller"), ("{\\'{e}t\\'e {\\ss} \\o{} \\v{s}\\c c}", "été ß ø šç"),
        ("{A \\& B, 100\\%, \\textit{in} \\emph{vitro}}", "A & B, 100%, in vitro"),
        ("{Foo~Bar --- ``x'' $k$}", "Foo\u{a0}Bar — “x” k"),
        ("jan # \" 1, \" # {2}", "January 1, 2"), ("{{\\'E}cole {NASA}}", "École NASA"),
    ])
    func `commands of TeX are letters, and pieces are joined`(written: String, read: String) {
        #expect(fields("title = \(written)") == ["title": read])
    }

    @Test func `abbreviations are put in; comments, preambles and unknown fields are passed by`() {
        let entries = entries(
            """
            @string{jmlr = "Journal of ML"}
            @comment{nothing, @here{}}
            @preamble{"\\newcommand{\\x}{y}"}
            @article{a, journal = JMLR # " W", abstract = {\\unknown{x}}, url = {https://e.org/a_b%20c?x=1&y=2~z}}
            """)
        #expect(entries.map(\.key) == ["a"])
        #expect(entries[0].fields["journal"] == "Journal of ML W")
        #expect(entries[0].fields["url"] == "https://e.org/a_b%20c?x=1&y=2~z")
    }

    @Test(arguments: [
        ("author = {{The Quarto Team}}, year = 2022", "The Quarto Team 2022"),
        ("author = {{OpenAI} and Smith, John}, date = {2022-05-03}", "OpenAI and Smith 2022"),
        ("author = {Foo, Bar and others}, year = 2001", "Foo et al. 2001"),
        ("author = {Ludwig van Beethoven and de la Cruz, Ana}, year = 1", "van Beethoven and de la Cruz 1"),
        ("author = {King, Jr., Martin}, year = 1963", "King 1963"), ("editor = {Ed, Itor}, year = 2", "Ed 2"),
        ("organization = {WHO}, year = 3", "WHO 3"),
    ])
    func `a sentence names people by their families and institutions whole`(written: String, name: String) {
        #expect(entries("@misc{one, \(written)}")[0].shortName == name)
    }

    @Test func `a list says where a work appeared, and who edited it`() {
        #expect(
            listed("author = {King, Jr., Martin}, title = {T}, institution = {I}, number = {TR-1}, year = 1963")
                == "Martin King Jr. (1963). T. I(TR-1).")
        #expect(
            listed("author = {A, B}, title = {T}, school = {MIT}, year = 1, pages = {1-9}") == "B A (1). T. MIT, 1–9.")
        #expect(listed("editor = {Ed, Itor}, title = {O}, publisher = {P}, year = 2") == "Itor Ed (ed.) (2). O. P.")
        #expect(listed("author = {Foo, B and others}, title = {O}, year = 2") == "B Foo and others (2). O.")
    }

    @Test(arguments: [
        ("@book{one, title {x}}", "1:18: '=' is missing"),
        ("@book{one,\n title = {x", "2:10: the value has no end"),
        ("@book{one, title = {M\\zz{u}ller}}", "1:20: the command \\zz of TeX is not known: write the letter itself"),
        ("@book{, a = 1}", "1:7: an entry needs a key"),
    ]) func `a mistake is named at its place, and the next entry is read`(source: String, expected: String) {
        var reader = BibTeXReader(source + "\n@book{two, a = 1}")
        let keys = reader.entries().map(\.key)
        let failures = reader.failures.map {
            "\($0.failure.position.line):\($0.failure.position.column): \($0.failure.reason)"
        }
        #expect(failures == [expected])
        #expect(keys == (expected.contains("no end") ? [] : ["two"]) || keys == ["two"])
    }
}
