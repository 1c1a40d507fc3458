import DeterministicMath
import Testing

@testable import Literate

struct LinesTests {
    @Test(arguments: UInt64(1)...50)
    func `lines are the same in whatever pieces they come`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let characters: [Character] = ["a", "\n", "é", "\u{2028}", "\r", "漢", "\u{85}"]
        let text = String((0..<200).map { _ in characters[generator.integer(below: characters.count)] })
        // A character of two parts, such as a carriage return before a line feed, is not one here.
        let expected = text.unicodeScalars.split(separator: "\n").map(String.init)
        var (lines, found) = (Lines(), [String]())
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let piece = bytes.prefix(1 + generator.integer(below: 9))
            bytes = bytes.dropFirst(piece.count)
            found += piece.withUnsafeBytes { lines.take($0) }
        }
        #expect(found + [lines.last].compactMap(\.self) == expected)
    }
}
