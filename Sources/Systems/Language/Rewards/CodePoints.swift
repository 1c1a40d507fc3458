/// A text as Python's `str` and `re` see it: one code point after the other.
///
/// Swift compares characters, in which a line break can join the one before, and letters can be spelt in two ways; rewards
/// that are to equal those of a Python program count code points.
struct CodePoints: Equatable {
    let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }

    var count: Int { scalars.count }

    /// The start of the first occurrence of `pattern`, not empty, at `start` or later; nil if there is none.
    func firstPlace(of pattern: String, from start: Int = 0) -> Int? {
        let pattern = Array(pattern.unicodeScalars)
        guard start + pattern.count <= count else { return nil }
        return (start...count - pattern.count).first { place in
            pattern.indices.allSatisfy { scalars[place + $0] == pattern[$0] }
        }
    }

    /// The starts of all occurrences that do not overlap, from left to right: as many as `str.count` says.
    func places(of pattern: String) -> [Int] {
        var (places, start): ([Int], Int) = ([], 0)
        while let place = firstPlace(of: pattern, from: start) {
            places.append(place)
            start = place + pattern.unicodeScalars.count
        }
        return places
    }

    /// What follows the last of the non-overlapping occurrences, all if there is none: `text.split(pattern)[-1]`.
    func afterLast(_ pattern: String) -> CodePoints {
        guard let last = places(of: pattern).last else { return self }
        return CodePoints(scalars[(last + pattern.unicodeScalars.count)...])
    }

    /// What stands before the first occurrence, all if there is none: `text.split(pattern)[0]`.
    func beforeFirst(_ pattern: String) -> CodePoints {
        firstPlace(of: pattern).map { CodePoints(scalars[..<$0]) } ?? self
    }

    /// The text without white space at its ends: `strip()`.
    var stripped: CodePoints {
        CodePoints(
            scalars.drop(while: \.isPythonSpace).reversed().drop(while: \.isPythonSpace).reversed())
    }

    /// Whether there is at least one code point and all of them are digits of any script: `isdigit()`.
    var isDigits: Bool {
        !scalars.isEmpty && scalars.allSatisfy { [.decimal, .digit].contains($0.properties.numericType) }
    }

    /// What is left of a text that begins with `prefix`, from `start` on; nil if it does not.
    func skipping(_ prefix: String, at start: Int) -> Int? {
        let length = prefix.unicodeScalars.count
        guard start + length <= count, scalars[start..<start + length].elementsEqual(prefix.unicodeScalars) else {
            return nil
        }
        return start + length
    }

    /// The end of the line that `start` is in: the place of the next line break, or the end of the text.
    func lineEnd(from start: Int) -> Int { firstPlace(of: "\n", from: start) ?? count }
}

extension Unicode.Scalar {
    /// Whether `str.isspace()` and the pattern `\s` count it as white space: what Unicode does, and the four separators
    /// from U+001C on.
    var isPythonSpace: Bool { properties.isWhitespace || (0x1c...0x1f).contains(value) }
}
