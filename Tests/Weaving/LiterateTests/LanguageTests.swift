import Foundation
import Testing

@testable import Literate

struct LanguageTests {
    @Test func `every language has every word, and a number keeps its place`() {
        for (tag, words) in Word.translations {
            #expect(Set(words.keys) == Set(Word.allCases), "\(tag)")
            for word in [Word.minute, .minutes] { #expect(words[word]!.contains("%"), "\(tag)") }
        }
        #expect(Language(tag: "de-CH")?(.figure, "4.2") == "Abbildung 4.2")
        #expect(Language(tag: "ja")?(.chapter, "3") == "第 3 章")
        #expect(Language(tag: "pt")?(.chapter, "3") == "Chapter 3")
    }

    @Test(arguments: ["", "french", "f", "fr_FR", "fr-", "fr-\" onload=", "été"])
    func `what is no tag is none`(tag: String) { #expect(Language(tag: tag) == nil) }

    @Test func `a page in French says so, and its references are French`() throws {
        let folder = try TemporaryBook([
            "book.yml": "lang: fr\ntitle: Un livre\n", "02-b.md": "# B\n",
            "01-a.md":
                "# A\n\n| a |\n|---|\n| 1 |\n\n: Un tableau {#tbl-a}\n\nVoir @tbl-a et @sec-a-b.\n\n## A b\n\n## C\n",
        ])
        defer { folder.remove() }
        let book = try Book(reading: folder.chapters, named: "chapters")
        let page = Page(rendering: WovenChapter(weaving: book.chapters[0], with: Transcript()), in: book).html
        #expect(page.contains("<html lang=\"fr\">"))
        for words in [
            "Chapitre 1 · 1 minute", ">Tableau 1.1.</a>", ">Tableau 1.1</a>", ">Section 1.1</a>", "Sur cette page",
            "<span>Suivant</span>", "Aller au texte", "<p lang=\"en\">Woven from",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Chapter") && !page.contains("Next"))
    }

    @Test func `a language without words is told, and no language is an error`() {
        func told(_ yaml: String) -> [String] {
            var diagnostics: [Diagnostic] = []
            let settings = BookSettings(parsing: yaml, path: "book.yml", diagnostics: &diagnostics)
            #expect(settings.language.tag == (yaml == "lang: pt" ? "pt" : "en"))
            return diagnostics.map(\.description)
        }
        #expect(
            told("lang: pt")
                == [
                    "book.yml:1:1: warning: weave's own words on the pages stay English: it has none in the language 'pt'"
                ])
        #expect(
            told("lang: Deutsch")
                == ["book.yml:1:7: error: 'lang' is the tag of a language, such as fr or de-CH, not 'Deutsch'"])
    }
}
