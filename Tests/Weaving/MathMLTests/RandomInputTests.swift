import MathML
import Testing

/// SplitMix64 (Steele, Lea, Flood 2014), so that a failure can be repeated.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

struct RandomInputTests {
    #if DEBUG
    private let count = 3_000
    #else
    private let count = 100_000
    #endif

    private let pieces: [String] =
        [
            "{", "}", "[", "]", "(", ")", "^", "_", "&", "'", "\\", "\\\\", " ", "\n", "%", "$", "#", "~", "|", "<",
            "a",
            "x", "1", ".", ",", "-", "+", "=", "θ", "\u{301}", "\u{0}", "🙂", "\r\n", "{matrix}", "{array}{lc}",
            "{cases}",
            "\\left(", "\\right)", "\\middle|", "\\begin{aligned}", "\\end{aligned}", "\\label{eq-a}", "\\text{",
            "\\limits",
        ]
        + [
            "frac", "sqrt", "sum", "int", "hat", "left", "right", "middle", "begin", "end", "text", "mathbf", "bigl",
            "not",
            "substack", "operatorname", "operatorname*", "overset", "underbrace", "xrightarrow", "binom", "dots",
            "boxed",
            "displaystyle", "mathop", "label", "max", "foo", "stackrel", "pmod", "phantom", "overline",
        ].map { "\\" + $0 + " " }

    private func check(_ tex: String) {
        do throws(FormulaError) {
            let formula = try Formula(parsing: tex)
            let flaw = flaw(in: formula.mathML(display: .block)) ?? flaw(in: formula.mathML(display: .inline))
            if let flaw { Issue.record("\(flaw) in \(tex.debugDescription)") }
        } catch {
            let lines = tex.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            let isInside =
                (1...lines.count).contains(error.line) && (1...lines[error.line - 1].count + 1).contains(error.column)
            if !isInside { Issue.record("\(error) is not in \(tex.debugDescription)") }
        }
    }

    @Test func `random pieces of TeX are a formula or an error`() {
        var random = SplitMix64(state: 1)
        for _ in 0..<count / 2 {
            check((0...random.below(24)).map { _ in random.pick(pieces) }.joined())
        }
    }

    @Test func `formulas of the field with random changes are a formula or an error`() {
        var random = SplitMix64(state: 2)
        for _ in 0..<count / 2 {
            var scalars = Array(random.pick(FieldFormula.all).tex.unicodeScalars)
            for _ in 0...random.below(4) {
                let place = random.below(scalars.count)
                switch random.below(3) {
                case 0: scalars.removeSubrange(place..<min(scalars.count, place + 1 + random.below(6)))
                case 1: scalars.insert(contentsOf: random.pick(pieces).unicodeScalars, at: place)
                default: scalars.swapAt(place, random.below(scalars.count))
                }
                if scalars.isEmpty { scalars = ["x"] }
            }
            check(String(String.UnicodeScalarView(scalars)))
        }
    }
}
