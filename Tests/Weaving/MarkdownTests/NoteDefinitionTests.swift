import Testing

@testable import Markdown

struct NoteDefinitionTests {
    private func notes(_ source: String) throws -> [String: String] {
        var result: [String: String] = [:]
        for case .note(let name, let inlines) in try Document(parsing: source).blocks.map(\.kind) {
            result[name] = inlines.plainText
        }
        return result
    }

    @Test func `a definition is a note, even if it is a single word`() throws {
        #expect(try notes("Text[^a].\n\n[^a]: word\n") == ["a": "word"])
    }

    @Test func `definitions may follow each other and run over lines`() throws {
        #expect(try notes("[^a]: one\ntwo\n[^b]: *three*\n") == ["a": "one two", "b": "three"])
    }

    @Test func `a link definition stays one, and code stays code`() throws {
        let source = "[a]: /url\n\n```\n[^x]: in code\n```\n\n[a]\n"
        #expect(try notes(source) == [:])
        #expect(
            try Document(parsing: source).html
                == "<pre><code>[^x]: in code\n</code></pre>\n<p><a href=\"/url\">a</a></p>\n")
    }

    @Test func `a note goes on with indented paragraphs`() throws {
        #expect(try notes("[^a]: one\n\n    *two*\n    lines\n\n    three\n\nText\n") == ["a": "one  two lines  three"])
        let blocks = try Document(parsing: "[^a]: one\n\n    *two*\n").blocks
        guard case .note(_, let inlines)? = blocks.first?.kind else { Issue.record("no note"); return }
        #expect(blocks.count == 1)
        #expect(inlines.last?.range.start == SourcePosition(line: 3, column: 5))
    }

    @Test func `code under a note that is no paragraph stays code`() throws {
        #expect(try notes("[^a]: one\n\n    - two\n") == ["a": "one"])
        #expect(try notes("[^a]: one\n\n```\ntwo\n```\n") == ["a": "one"])
    }
}
