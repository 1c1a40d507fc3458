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
}
