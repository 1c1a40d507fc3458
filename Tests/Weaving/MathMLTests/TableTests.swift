import Testing

@testable import MathML

struct TableTests {
    @Test func `aligned cells are in display style, and the table says how to align`() throws {
        #expect(
            try markup("\\begin{aligned} a &= b \\\\ &= c \\end{aligned}")
                == "<mtable class=\"math-aligned\" displaystyle=\"true\">"
                + "<mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr>"
                + "<mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>")
    }

    @Test func `a row break at the end begins no row`() throws {
        #expect(try markup("\\begin{matrix}a\\\\b\\\\\\end{matrix}") == markup("\\begin{matrix}a\\\\b\\end{matrix}"))
    }

    @Test func `cases have a brace on one side`() throws {
        let cases = try markup("\\begin{cases} a & b \\end{cases}")
        #expect(cases.hasPrefix("<mrow><mo form=\"prefix\" stretchy=\"true\" lspace=\"0\" rspace=\"0\">{</mo><mtable"))
        #expect(cases.hasSuffix("</mtable></mrow>"))
    }

    @Test(arguments: [
        ("pmatrix", "(", ")"), ("bmatrix", "[", "]"), ("Bmatrix", "{", "}"), ("vmatrix", "|", "|"),
        ("Vmatrix", "‖", "‖"),
    ])
    func `matrices have the fences of their name`(name: String, left: String, right: String) throws {
        let matrix = try markup("\\begin{\(name)}a&b\\end{\(name)}")
        #expect(matrix.contains(">\(left)</mo><mtable class=\"math-matrix\">"))
        #expect(
            matrix.contains("</mtable><mo form=\"postfix\" stretchy=\"true\" lspace=\"0\" rspace=\"0\">\(right)</mo>"))
    }

    @Test func `an array's columns have classes`() throws {
        #expect(
            try markup("\\begin{array}{l|c r|}a&b&c\\end{array}")
                == "<mtable class=\"math-matrix\"><mtr><mtd class=\"math-left\"><mi>a</mi></mtd>"
                + "<mtd class=\"math-rule\"><mi>b</mi></mtd>"
                + "<mtd class=\"math-right math-rule-after\"><mi>c</mi></mtd></mtr></mtable>")
    }

    @Test func `the lines of a limit are a table in script style`() throws {
        let sum = try markup("\\sum_{\\substack{i<n\\\\i\\ne j}}")
        #expect(sum.contains("<mtable class=\"math-substack\">"))
        #expect(sum.contains("<mo lspace=\"0\" rspace=\"0\">≠</mo>"))
    }

    @Test(arguments: ["align", "align*", "split", "gather", "gather*", "gathered", "rcases", "smallmatrix", "matrix"])
    func `every environment has a table`(name: String) throws {
        #expect(try markup("\\begin{\(name)} a \\\\ b \\end{\(name)}").contains("<mtr><mtd><mi>b</mi></mtd></mtr>"))
    }
}
