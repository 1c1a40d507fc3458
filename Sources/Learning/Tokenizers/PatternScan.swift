/// The alternatives of the patterns, tried in order at a place of a text, as a regular expression would.
struct PatternScan {
    let scalars: ArraySlice<Unicode.Scalar>
    let classes: ArraySlice<ScalarClass>

    /// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
    func gpt2(from start: Int) -> Int {
        if let end = contraction(from: start, ignoringCase: false) { return end }
        let first = scalars[start] == " " ? start + 1 : start
        if first < scalars.endIndex {
            for kind in [ScalarClass.letter, .number, .other] {
                let end = run(of: kind, from: first)
                if end > first { return end }
            }
        }
        return whitespace(from: start)
    }

    /// `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
    func qwen2(from start: Int) -> Int {
        if let end = contraction(from: start, ignoringCase: true) { return end }
        let isPrefix = classes[start] == .space || classes[start] == .other
        let letters = run(of: .letter, from: isPrefix ? start + 1 : start)
        if letters > (isPrefix ? start + 1 : start) { return letters }
        if classes[start] == .number { return start + 1 }
        let first = scalars[start] == " " ? start + 1 : start
        let others = run(of: .other, from: first)
        if others > first { return run(of: .newline, from: others) }
        let space = classes[start...].firstIndex { !$0.isWhitespace } ?? classes.endIndex
        if let newline = classes[start..<space].lastIndex(of: .newline) { return newline + 1 }
        return whitespace(from: start)
    }

    /// `\s+(?!\S)|\s+`: white space but for its last code point if something follows, or that one by itself.
    private func whitespace(from start: Int) -> Int {
        let end = classes[start...].firstIndex { !$0.isWhitespace } ?? classes.endIndex
        return end == classes.endIndex || end - start < 2 ? max(end, start + 1) : end - 1
    }

    /// Where the run of a class that begins here ends.
    private func run(of kind: ScalarClass, from start: Int) -> Int {
        guard start < classes.endIndex else { return start }
        return classes[start...].firstIndex { $0 != kind } ?? classes.endIndex
    }

    /// `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll` or `'d`.
    private func contraction(from start: Int, ignoringCase: Bool) -> Int? {
        guard scalars[start] == "'", start + 1 < scalars.endIndex else { return nil }
        func letter(_ place: Int) -> Unicode.Scalar? {
            guard place < scalars.endIndex else { return nil }
            let scalar = scalars[place]
            guard ignoringCase else { return scalar }
            // The long s is an s to whoever ignores case.
            if scalar == "\u{17F}" { return "s" }
            return ("A"..."Z").contains(scalar) ? Unicode.Scalar(scalar.value + 32) : scalar
        }
        switch (letter(start + 1), letter(start + 2)) {
        case ("s", _), ("t", _), ("m", _), ("d", _): return start + 2
        case ("r", "e"), ("v", "e"), ("l", "l"): return start + 3
        default: return nil
        }
    }
}
