import Language
import Testing

struct StorySentenceTests {
    @Test func `a sentence has a kind, and who and what it names`() {
        let found = StorySentence(parsing: "then mia found the key .")
        #expect(found?.kind == .resolution && found?.hero == "mia" && found?.object == "key")
        let storm = StorySentence(parsing: "but a storm came .")
        #expect(storm?.kind == .problem && storm?.hero == nil && storm?.object == nil)
    }

    @Test(arguments: [
        "", "mia", "then mia found the key", "then mia found the forest .", "then fox found the key .",
        "mia then found the key .", "but a thief took the key . .", "H ran to the P .",
    ]) func `what is no sentence is none`(text: String) {
        #expect(StorySentence(parsing: text) == nil)
    }
}
