import Testing

@testable import MathML

struct SpacingTests {
    private let minus = "<mo form=\"prefix\">−</mo>"

    @Test(arguments: ["-x", "a=-x", "(-x", "[-x", ",-x", "a\\cdot-x", "|-x|", "\\log-x", "e^{-x}", "{-x}", "a=|-x|"])
    func `a minus without a left operand is a sign`(tex: String) throws {
        #expect(try markup(tex).contains("form=\"prefix\""))
        #expect(try !markup(tex).contains("<mo>−</mo>"))
    }

    @Test(arguments: ["a-x", ")-x", "!-x", "|a|-x", "x_1-x", "\\frac12-x", "\\left(x\\right)-x", "{}-x"])
    func `a minus after an operand is an operator`(tex: String) throws {
        #expect(try markup(tex).contains("<mo>−</mo>"))
    }

    @Test func `an operator without a right operand gets no space`() throws {
        #expect(try markup("\\theta^-") == "<msup><mi>θ</mi>\(minus)</msup>")
        #expect(try markup("(a+)").contains("<mo form=\"prefix\">+</mo>"))
        #expect(try markup("\\pi^*").contains("<mo lspace=\"0\" rspace=\"0\">∗</mo>"))
    }

    @Test func `in scripts operators and relations stand close`() throws {
        #expect(try markup("x_{i=1}").contains("<mo lspace=\"0\" rspace=\"0\">=</mo>"))
        #expect(try markup("x_{i-1}").contains("<mo lspace=\"0\" rspace=\"0\">−</mo>"))
        #expect(try markup("x_{i,j}").contains("<mo rspace=\"0\">,</mo>"))
        #expect(try markup("i=1").contains("<mo>=</mo>"))
    }

    @Test func `a word that acts keeps a thin space, except before a bracket`() throws {
        let thin = "<mspace width=\"0.1667em\"/>"
        #expect(try markup("2\\log x") == "<mrow><mn>2</mn>\(thin)<mi>log</mi>\(thin)<mi>x</mi></mrow>")
        #expect(try !markup("\\log(x)").contains("mspace"))
        #expect(try !markup("\\log\\left(\\frac12\\right)").contains("mspace"))
        #expect(try markup("\\max\\log x").hasPrefix("<mrow><mi>max</mi>\(thin)<mi>log</mi>\(thin)"))
    }

    @Test func `a sum takes the space its neighbours leave it`() throws {
        #expect(try markup("a\\sum b").contains("<mo>∑</mo>"))
        #expect(try markup("=\\sum b").contains("<mo lspace=\"0\">∑</mo>"))
        #expect(try markup("\\sum(b)").contains("<mo lspace=\"0\" rspace=\"0\">∑</mo>"))
    }

    @Test func `bars open and close by what is around them`() throws {
        let (open, close) = (
            "<mo form=\"prefix\" stretchy=\"false\">|</mo>", "<mo form=\"postfix\" stretchy=\"false\">|</mo>"
        )
        #expect(try markup("|x|") == "<mrow>\(open)<mi>x</mi>\(close)</mrow>")
        #expect(try markup("|a|-|b|").hasSuffix("\(close)<mo>−</mo>\(open)<mi>b</mi>\(close)</mrow>"))
        #expect(try markup("p(a|s)").contains("<mi>a</mi>\(close)<mi>s</mi>"))
    }

    @Test func `the bar of a condition is a relation`() throws {
        let bar = "<mo stretchy=\"false\" lspace=\"0.2778em\" rspace=\"0.2778em\">|</mo>"
        #expect(try markup("a\\mid s").contains(bar))
        #expect(try markup("a\\given s").contains(bar))
    }

    @Test func `at an edge an operator that could be a sign is told what it is`() throws {
        #expect(try markup("\\sim x").contains("<mo form=\"infix\" lspace=\"0\">∼</mo>"))
        #expect(try markup("a\\overset{!}{\\sim}x").contains("<mover><mo form=\"infix\">∼</mo>"))
        #expect(try markup("\\begin{aligned}a&-b\\end{aligned}").contains("<mtd><mo form=\"infix\">−</mo>"))
        #expect(try markup("\\begin{aligned}a&=b\\end{aligned}").contains("<mtd><mo>=</mo>"))
    }

    @Test func `two relations in a row keep together`() throws {
        #expect(try markup("a<=b").contains("<mo rspace=\"0\">&lt;</mo><mo lspace=\"0\">=</mo>"))
    }

    @Test func `the table of spaces is The TeXbook's where it is symmetric`() {
        #expect(gap(.ordinary, .binary, in: .text) == 4)
        #expect(gap(.ordinary, .binary, in: .script) == 0)
        #expect(gap(.ordinary, .largeOperator, in: .script) == 3)
        #expect(gap(.relation, .relation, in: .text) == 0)
        #expect(gap(.punctuation, .opening, in: .display) == 3)
    }
}
