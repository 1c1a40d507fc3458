import Testing

@testable import MathML

struct SpaceTests {
    @Test(arguments: [
        (0, "0"), (3, "0.1667em"), (4, "0.2222em"), (5, "0.2778em"), (9, "0.5em"), (18, "1em"), (36, "2em"),
        (-3, "-0.1667em"),
    ])
    func `mu become em`(mu: Int, length: String) {
        #expect(Space.length(mu: mu) == length)
    }

    @Test func `spaces are elements, and a negative one is left to the style sheet`() throws {
        #expect(try markup("a\\,b") == "<mrow><mi>a</mi><mspace width=\"0.1667em\"/><mi>b</mi></mrow>")
        #expect(try markup("a~b").contains("<mspace width=\"0.2778em\"/>"))
        #expect(try markup("a\\!b").contains("<mspace class=\"math-back\"/>"))
    }
}
