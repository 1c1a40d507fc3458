import Language
import Testing

struct StoryScoreTests {
    let opening = Opening(parsing: "one day mia the fox found a red key .")!

    func score(_ story: String) -> Int { StoryScore(story, after: opening).value }

    static let best =
        "but a thief took the key . mia ran to the hill . then mia found the key . and all was well again ."

    @Test func `a whole story earns five points`() {
        #expect(score(Self.best) == 5)
    }

    @Test func `each fault costs what it should`() {
        // Somebody else, another object, no problem before the resolution, two sentences, one said twice.
        #expect(score(Self.best.replacing("mia ran", with: "tom ran")) == 4)
        #expect(score(Self.best.replacing("took the key", with: "took the map")) == 4)
        #expect(score("then mia found the key . mia ran to the hill . but a thief took the key .") == 4)
        #expect(score("but a thief took the key . then mia found the key .") == 4)
        #expect(score("but a thief took the key . the sun was warm . the sun was warm . then mia found the key .") == 4)
        #expect(score("the sun was warm . the sun was warm .") == 2)
        #expect(score("tom ran to the hill . leo lost the way .") == 1, "not even grammar")
    }

    @Test func `grammar limits the score`() {
        #expect(score(Self.best + " mia mia .") == 2)
        #expect(score(Self.best + " mia") == 1)
        #expect(score("") == 1)
        #expect(score(".") == 2, "a sentence that is none")
    }

    @Test func `there are 576 openings, all different, and each is read again`() {
        #expect(Set(Opening.all.map(\.text)).count == 576)
        #expect(Opening.all.allSatisfy { Opening(parsing: $0.text) == $0 })
        #expect(Opening(parsing: "one day mia the fox found a red door .") == nil)
    }
}
