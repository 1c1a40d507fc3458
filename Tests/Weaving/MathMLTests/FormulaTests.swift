import MathML
import Testing

struct FormulaTests {
    @Test func `a formula is a math element with its TeX as annotation`() throws {
        let formula = try Formula(parsing: " x < 1\n")
        #expect(
            formula.mathML(display: .inline)
                == "<math><semantics><mrow><mi>x</mi><mo>&lt;</mo><mn>1</mn></mrow>"
                + "<annotation encoding=\"application/x-tex\">x &lt; 1</annotation></semantics></math>")
        #expect(formula.mathML(display: .block).hasPrefix("<math display=\"block\"><semantics>"))
    }

    @Test func `the label is read and leaves no trace in the formula`() throws {
        let formula = try Formula(parsing: "x = 1 \\label{eq-the_one}")
        #expect(formula.label == "eq-the_one")
        #expect(try markup("x = 1 \\label{eq-the_one}") == markup("x = 1"))
        #expect(try Formula(parsing: "x").label == nil)
    }

    @Test func `a label may stand in any row of an environment`() throws {
        let formula = try Formula(parsing: "\\begin{aligned} x &= 1 \\label{eq-x} \\\\ y &= 2 \\end{aligned}")
        #expect(formula.label == "eq-x")
    }

    @Test func `a formula with one atom needs no row`() throws {
        #expect(try markup("x") == "<mi>x</mi>")
        #expect(try markup("{{x}}") == "<mi>x</mi>")
    }
}
