import MathML
import Testing

struct FormulaErrorTests {
    @Test(arguments: [
        ("", "1:1: the formula is empty"),
        (" \n ", "1:1: the formula is empty"),
        ("\\label{eq-x}", "1:1: the formula is empty"),
        ("x + \\sgima", "1:5: unknown command \\sgima; did you mean \\sigma?"),
        ("\\foobarbaz", "1:1: unknown command \\foobarbaz"),
        ("x \\tag{1}", "1:3: \\tag is not supported: the page numbers each formula that has a \\label"),
        ("{a \\over b}", "1:4: \\over is not supported: write \\frac{…}{…}"),
        ("\\text{a \\sum}", "1:9: \\sum has no meaning in text; put it between dollar signs"),
        ("\\begin{algined}x\\end{algined}", "1:1: unknown environment algined; did you mean aligned?"),
        ("\\begin{tikzpicture}", "1:1: unknown environment tikzpicture"),
        ("a $ b", "1:3: a $ inside a formula; write \\$ for the sign"),
        ("#1", "1:1: a # inside a formula; write \\# for the sign"),
        ("a\u{7}", "1:2: the character U+7 has no meaning in a formula"),
        ("a\u{2003}b", "1:2: the character U+2003 has no meaning in a formula"),
        ("🙂", "1:1: the character 🙂 has no meaning in a formula; put words in \\text{…}"),
        ("\\text{a\u{0}}", "1:8: the character U+0 has no meaning in a formula"),
        ("\\text{a $x}", "1:9: a $ inside a formula; write \\$ for the sign"),
        ("\\frac{a}{b", "1:9: this { has no matching }"),
        ("\\text{a", "1:6: this { has no matching }"),
        ("\\label{a", "1:7: this { has no matching }"),
        ("a}", "1:2: this } has no matching {"),
        ("\\sqrt[3", "1:6: this [ has no matching ]"),
        ("\\frac{a}", "1:1: \\frac needs an argument"),
        ("x^", "1:2: ^ needs an argument"),
        ("x_}", "1:2: _ needs an argument"),
        ("\\hat^2", "1:1: \\hat needs an argument"),
        ("\\not{}", "1:1: \\not needs an argument"),
        ("\\text a", "1:1: the argument of \\text must stand in braces"),
        ("\\begin x", "1:1: the argument of \\begin must stand in braces"),
        ("\\substack x", "1:1: the argument of \\substack must stand in braces"),
        ("x^1^2", "1:4: a second superscript; use braces to say what it belongs to"),
        ("x^1'", "1:4: a second superscript; use braces to say what it belongs to"),
        ("x_1_2", "1:4: a second subscript; use braces to say what it belongs to"),
        ("x\\limits_1", "1:2: limits can only follow an operator such as \\sum"),
        ("\\left x\\right)", "1:1: \\left needs a delimiter such as ( or \\langle, or . for none"),
        ("\\left(x\\right", "1:8: \\right needs a delimiter such as ( or \\langle, or . for none"),
        ("\\big.", "1:1: \\big needs a delimiter such as ( or \\langle, or . for none"),
        ("\\bigl\\alpha", "1:1: \\bigl needs a delimiter such as ( or \\langle, or . for none"),
        ("a\\left( b", "1:2: this \\left has no matching \\right"),
        ("{\\left( b}", "1:2: this \\left has no matching \\right"),
        ("a\\right)", "1:2: this \\right has no matching \\left"),
        ("\\left({a\\right)", "1:7: this { has no matching }"),
        ("a\\middle|", "1:2: \\middle can only stand between \\left and \\right"),
        ("a & b", "1:3: an & can only stand in an environment with columns; write \\& for the sign"),
        ("{a & b}", "1:4: an & can only stand in an environment with columns; write \\& for the sign"),
        ("a \\\\ b", "1:3: a \\\\ can only stand in an environment such as aligned"),
        (
            "\\begin{aligned}a\\\\[2pt]b\\end{aligned}",
            "1:17: space after \\\\ is not supported; write \\\\{} before a bracket that belongs to the next row"
        ),
        ("\\begin{cases}a&b&c\\end{cases}", "1:17: cases has 2 columns and this & begins another"),
        ("\\substack{a&b}", "1:12: substack has 1 column and this & begins another"),
        ("\\begin{array}{lx}a\\end{array}", "1:1: columns are a list of l, c, r and |, not lx"),
        ("\\begin{array}{}a\\end{array}", "1:1: columns are a list of l, c, r and |, not empty"),
        ("\\begin{matrix}a", "1:1: this \\begin{matrix} has no matching \\end{matrix}"),
        ("{\\begin{matrix}a}", "1:2: this \\begin{matrix} has no matching \\end{matrix}"),
        ("\\begin{matrix}a\\right)\\end{matrix}", "1:16: this \\right has no matching \\left"),
        ("\\begin{matrix}a\\end{pmatrix}", "1:16: \\end{pmatrix} where \\end{matrix} is needed"),
        ("a\\end{matrix}", "1:2: this \\end{matrix} has no matching \\begin{matrix}"),
        ("x \\label{ }", "1:3: a label needs a name"),
        ("x\\label{eq-a}\\label{eq-b}", "1:14: a second label, eq-b: this formula already has eq-a"),
    ])
    func `a mistake is told with its place`(tex: String, description: String) {
        #expect(error(of: tex)?.description == description)
    }

    @Test func `lines and columns are those of the source, in scalars`() {
        let error = error(of: "θ = \\text{e\u{301}} % a \\comment\r\n  + \\foo")
        #expect(error?.line == 2)
        #expect(error?.column == 5)
        #expect(MathMLTests.error(of: "\\text{e\u{301}} \\foo")?.column == 11)
    }

    @Test func `a script whose base is a fence says where the fence began`() {
        #expect(error(of: "x\n\\left[ y^2")?.description == "2:1: this \\left has no matching \\right")
    }

    @Test(arguments: [
        "{", "\\sqrt", "\\hat{", "x^{", "\\left(", "\\text{$", "\\begin{matrix}", "\\displaystyle ", "\\not",
    ])
    func `nesting has a limit`(opening: String) {
        let deep = String(repeating: opening, count: 2_000)
        #expect(error(of: deep)?.reason == .nestingTooDeep(limit: 24))
    }

    @Test func `what stands side by side is not nested`() throws {
        _ = try Formula(parsing: String(repeating: "{x}_{1}\\hat a", count: 2_000))
    }
}
