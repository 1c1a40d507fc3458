import DeterministicMath
import Testing

struct InvalidUTF8Tests {
    @Test(arguments: ["", "a", "é\n日本\n🙂", "\u{fffd}\u{0}"])
    func `text has no such byte`(text: String) {
        #expect(text.utf8.firstInvalidUTF8 == nil)
    }

    @Test(
        arguments: [
            ([0xff], 1, 1), ([0x61, 0x80], 1, 2), ([0xc3], 1, 1), ([0x0a, 0xc3, 0xa9, 0xc3, 0x0a], 2, 3),
            // A surrogate, an overlong slash, a scalar beyond the last.
            ([0x0a, 0x0a, 0xed, 0xa0, 0x80], 3, 1), ([0x62, 0xc0, 0xaf], 1, 2), ([0xf4, 0x90, 0x80, 0x80], 1, 1),
            // U+FFFD itself is text; the bytes that begin it are none.
            ([0xef, 0xbf, 0xbd, 0xef, 0xbf, 0x41], 1, 4),
        ] as [([UInt8], Int, Int)])
    func `the first byte of what is no scalar is named`(bytes: [UInt8], line: Int, column: Int) throws {
        let place = try #require(bytes.firstInvalidUTF8)
        #expect(place == (line, column))
    }
}
