import DeterministicMath
import Testing

@testable import OneNumber

struct PromptNamesTests {
    @Test func `64 different adjectives and 64 different nouns`() {
        #expect(Set(PromptNames.adjectives).count == 64)
        #expect(Set(PromptNames.nouns).count == 64)
    }

    @Test func `even all 4096 names are different`() {
        var generator = Xoshiro256StarStar(seed: 1)
        #expect(Set(PromptNames.draw(count: 4096, using: &generator)).count == 4096)
    }
}
