import Testing

@testable import MathML

struct RendererTests {
    @Test(arguments: [
        ("3.14", "<mn>3.14</mn>"),
        (".5", "<mn>.5</mn>"),
        ("1.", "<mrow><mn>1</mn><mi>.</mi></mrow>"),
        ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        ("1{,}000", "<mrow><mn>1</mn><mo rspace=\"0\">,</mo><mn>000</mn></mrow>"),
        ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
        ("\\theta", "<mi>θ</mi>"),
        ("θ", "<mi>θ</mi>"),
        ("\\nabla", "<mo form=\"prefix\" lspace=\"0\" rspace=\"0\">∇</mo>"),
        ("\\partial", "<mi>∂</mi>"),
        (
            "\\text{if $x$}",
            "<mrow><mtext>if\u{A0}</mtext><mstyle displaystyle=\"false\" scriptlevel=\"0\"><mi>x</mi></mstyle></mrow>"
        ),
        ("\\text{it's \\textbf{so}}", "<mrow><mtext>it’s\u{A0}</mtext><mtext>𝐬𝐨</mtext></mrow>"),
        ("\\text{a{b} \\& <}", "<mtext>ab\u{A0}&amp;\u{A0}&lt;</mtext>"),
        ("\\operatorname{clip}", "<mi>clip</mi>"),
        ("\\operatorname{arg\\,max}", "<mi>arg\u{2009}max</mi>"),
        ("\\operatorname{top-k}", "<mi>top-k</mi>"),
        ("\\not=", "<mo lspace=\"0\" rspace=\"0\">≠</mo>"),
        ("\\not\\prec", "<mo lspace=\"0\" rspace=\"0\">⊀</mo>"),
        ("\\not\\gg", "<mo lspace=\"0\" rspace=\"0\">≫\u{338}</mo>"),
    ])
    func `tokens`(tex: String, expected: String) throws {
        #expect(try markup(tex) == expected)
    }

    @Test(arguments: [
        ("f'", "<msup><mi>f</mi><mo class=\"math-prime\" lspace=\"0\" rspace=\"0\">′</mo></msup>"),
        ("f' '", "<msup><mi>f</mi><mo class=\"math-prime\" lspace=\"0\" rspace=\"0\">″</mo></msup>"),
        ("f'''''", "<msup><mi>f</mi><mo class=\"math-prime\" lspace=\"0\" rspace=\"0\">′′′′′</mo></msup>"),
        (
            "f'^2_k",
            "<msubsup><mi>f</mi><mi>k</mi><mrow><mo class=\"math-prime\" lspace=\"0\" rspace=\"0\">′</mo><mn>2</mn></mrow></msubsup>"
        ),
        ("{}^1 S", "<mrow><msup><mrow></mrow><mn>1</mn></msup><mi>S</mi></mrow>"),
        ("^1 S", "<mrow><msup><mrow></mrow><mn>1</mn></msup><mi>S</mi></mrow>"),
        (
            "\\binom nk",
            "<mrow><mo form=\"prefix\" stretchy=\"true\" lspace=\"0\" rspace=\"0\">(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo form=\"postfix\" stretchy=\"true\" lspace=\"0\" rspace=\"0\">)</mo></mrow>"
        ),
        ("\\dfrac12", "<mfrac displaystyle=\"true\" scriptlevel=\"0\"><mn>1</mn><mn>2</mn></mfrac>"),
        ("\\sqrt[3]{x+y}", "<mroot><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><mn>3</mn></mroot>"),
        ("\\sqrt2", "<msqrt><mn>2</mn></msqrt>"),
        ("\\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
        (
            "\\underbrace{x}_n",
            "<munder><munder accentunder=\"true\"><mi>x</mi><mo stretchy=\"true\">⏟</mo></munder><mi>n</mi></munder>"
        ),
        ("\\overset{a}{b}", "<mover><mi>b</mi><mi>a</mi></mover>"),
        ("\\phantom{x}", "<mphantom><mi>x</mi></mphantom>"),
        ("\\hphantom{x}", "<mpadded height=\"0\" depth=\"0\"><mphantom><mi>x</mi></mphantom></mpadded>"),
        ("\\boxed{x}", "<mrow class=\"math-boxed\"><mi>x</mi></mrow>"),
    ])
    func `layouts`(tex: String, expected: String) throws {
        #expect(try markup(tex) == expected)
    }

    @Test func `limits stand above and below in display style only`() throws {
        for tex in ["\\sum_i", "\\max_i", "\\mathop{x}_i", "\\operatorname*{x}_i", "\\int\\limits_i", "\\Pr_i"] {
            #expect(try markup(tex).hasPrefix("<munder>"), "\(tex)")
        }
        for tex in ["\\int_i", "\\log_i", "\\operatorname{x}_i", "\\sum\\nolimits_i", "x_i"] {
            #expect(try markup(tex).hasPrefix("<msub>"), "\(tex)")
        }
        #expect(try markup("\\sum_i", .inline).hasPrefix("<msub>"))
        #expect(try markup("\\frac{\\sum_i}{2}").contains("<msub>"))
        #expect(try markup("\\begin{cases}\\sum_i\\end{cases}").contains("<msub>"))
        #expect(try markup("\\begin{aligned}\\sum_i\\end{aligned}", .inline).contains("<munder>"))
        #expect(try markup("\\displaystyle\\sum_i", .inline).contains("<munder>"))
        #expect(try markup("\\sum\\limits_i", .inline).contains("movablelimits=\"false\""))
    }

    @Test func `fences are as high as what they hold, and stretch only if it is high`() throws {
        #expect(try markup("\\left(x_i^2\\right)") == markup("(x_i^2)"))
        #expect(try markup("\\left(\\frac12\\right)").contains("stretchy=\"true\""))
        #expect(try markup("\\left(\\tfrac12\\right)") == markup("\\bigl(\\tfrac12\\bigr)"))
        #expect(try markup("\\left(\\frac12\\right)", .inline) == markup("\\bigl(\\frac12\\bigr)", .inline))
        #expect(try markup("\\left(\\sum\\right)").contains("stretchy=\"true\""))
        #expect(try markup("\\left(a\\middle|b\\right)").contains("<mo form=\"prefix\" stretchy=\"false\">|</mo>"))
        #expect(
            try markup("\\left(\\frac12\\middle|b\\right)")
                .contains("<mo form=\"prefix\" stretchy=\"true\">|</mo>"))
    }

    @Test func `a dot is no delimiter`() throws {
        let fence = try markup("\\left.\\frac12\\right|_0")
        #expect(fence.hasPrefix("<msub><mrow><mfrac>"))
    }

    @Test func `a sized delimiter is of the class its command says`() throws {
        #expect(try markup("\\bigl|-x\\bigr|").contains("<mo form=\"prefix\">−</mo>"))
        #expect(try markup("a\\bigm|b").contains("lspace=\"0.2778em\" rspace=\"0.2778em\""))
        #expect(try markup("\\Bigr)^2").hasPrefix("<msup><mrow><mo "))
    }

    @Test func `a superscript keeps clear of a letter that leans over`() throws {
        #expect(try markup("V^2") == "<msup><mi>V</mi><mrow><mspace width=\"0.1667em\"/><mn>2</mn></mrow></msup>")
        #expect(try markup("x^2") == "<msup><mi>x</mi><mn>2</mn></msup>")
    }

    @Test func `dots are raised between operators`() throws {
        #expect(try markup("a+\\dots+b").contains("⋯"))
        #expect(try markup("a,\\dots,b").contains("…"))
    }
}
