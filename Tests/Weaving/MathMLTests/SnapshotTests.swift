import MathML
import TestSupport
import Testing

struct SnapshotTests {
    /// The markup of all formulas of the field, an element a line.
    private func rendered() throws -> String {
        try FieldFormula.all.map { formula in
            "%% \(formula.title)\n" + (try formula.mathML()).replacing("><", with: ">\n<") + "\n"
        }.joined(separator: "\n")
    }

    @Test func `the formulas of the field are as recorded`() throws {
        #expect(FieldFormula.all.count >= 60)
        #expect(try Snapshot("Tests/Weaving/MathMLTests/Fixtures/field.mathml").difference(from: rendered()) == nil)
    }

    @Test(arguments: FieldFormula.all)
    func `the markup is well-formed`(formula: FieldFormula) throws {
        #expect(flaw(in: try formula.mathML()) == nil)
    }
}
