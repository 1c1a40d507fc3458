import Testing

@testable import MathML

struct SymbolTests {
    @Test func `every command makes well-formed markup`() throws {
        for name in Parser.commandNames.sorted() {
            let tex: String
            switch name {
            case "left": tex = "\\left( a \\right)"
            case "middle": tex = "\\left( a \\middle| b \\right)"
            case "begin": tex = "\\begin{matrix} a \\end{matrix}"
            case "right", "end", "label": continue
            case "limits", "nolimits": tex = "\\sum\\\(name)_a"
            case "not": tex = "a \\not= b"
            case _ where DelimiterSize.commands[name] != nil: tex = "a \\\(name)( b"
            default: tex = "a \\\(name) {b} {c}"
            }
            #expect(try flaw(in: markup(tex)) == nil, "\(tex)")
        }
    }

    @Test func `no name is in two tables`() {
        let tables: [[String]] = [
            Array(Symbol.greekLetters.keys), Array(Symbol.letterlike.keys), Array(Symbol.dots.keys),
            Array(Symbol.binaryOperators.keys), Array(Symbol.relations.keys), Array(Symbol.negatedRelations.keys),
            Array(Symbol.arrows.keys), Array(Symbol.extensibleArrows.keys), Array(Symbol.sums.keys),
            Array(Symbol.integrals.keys), Array(OperatorName.plain.keys), Array(OperatorName.withLimits.keys),
            Array(Symbol.openings.keys), Array(Symbol.closings.keys), Array(Symbol.bars.keys),
            Array(DelimiterSize.commands.keys), Array(Accent.commands.keys), Array(Space.commands.keys),
            Array(Alphabet.commands.keys), Array(Alphabet.textCommands.keys), Array(Constructs.named.keys),
            Array(MathStyle.commands.keys), Array(Parser.unsupported.keys), ["colon"],
        ]
        var seen: Set<String> = []
        for name in tables.joined() { #expect(seen.insert(name).inserted, "\(name)") }
    }

    @Test func `a sign written as a character means what its command means`() throws {
        for (character, command) in [("≤", "\\le"), ("∈", "\\in"), ("→", "\\to"), ("∑", "\\sum"), ("⟨", "\\langle")] {
            #expect(try markup("a \(character) b") == markup("a \(command) b"))
        }
        #expect(try markup("a − b") == markup("a - b"))
    }
}
