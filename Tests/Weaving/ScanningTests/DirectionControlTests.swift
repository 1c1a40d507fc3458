import Scanning
import Testing

struct DirectionControlTests {
    @Test func `they are named and seen`() {
        let text = "é\u{202e}b\n’ – \u{2066}c\u{2069}\u{200e}"
        #expect(
            DirectionControl.places(in: text).map { "\($0.line):\($0.column) \($0.name)" }
                == ["1:3 U+202E", "2:9 U+2066", "2:13 U+2069"])
        #expect(DirectionControl.shown(in: text) == "é[U+202E]b\n’ – [U+2066]c[U+2069]\u{200e}")
    }

    @Test func `other text stays as it is`() {
        for scalar in ["\u{2029}", "\u{202f}", "\u{2065}", "\u{206a}", "日本", "עברית"] {
            #expect(DirectionControl.shown(in: scalar) == scalar)
            #expect(DirectionControl.places(in: scalar).isEmpty)
        }
    }
}
