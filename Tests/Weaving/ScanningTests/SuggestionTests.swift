import Testing

@testable import Scanning

struct SuggestionTests {
    @Test(arguments: [
        ("sigma", "sigma", 0), ("sgima", "sigma", 1), ("sigm", "sigma", 1), ("sigmaa", "sigma", 1), ("", "abc", 3),
        ("kitten", "sitting", 3),
    ])
    func `the distance counts changed, missing, added and swapped letters`(a: String, b: String, distance: Int) {
        #expect(editDistance(a, b) == distance)
        #expect(editDistance(b, a) == distance)
    }

    @Test func `only a close name is suggested, the first of equals`() {
        #expect(suggestion(for: "bat", among: ["cat", "bar", "zzz"]) == "bar")
        #expect(suggestion(for: "nothing", among: ["cat", "bar"]) == nil)
        #expect(suggestion(for: "x", among: ["y"]) == nil)
    }
}
