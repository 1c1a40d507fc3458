import MathML
import Testing

struct StyleSheetTests {
    @Test func `the style sheet has exactly the classes formulas use`() throws {
        let markup = try FieldFormula.all.map { try $0.mathML() }.joined()
        let used = Set(markup.matches(of: #/class="([^"]*)"/#).flatMap { $0.1.split(separator: " ").map(String.init) })
        let styled = Set(Formula.styleSheet.matches(of: #/\.(math-[a-z-]+)/#).map { String($0.1) })
        #expect(used == styled)
    }
}
