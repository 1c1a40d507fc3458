import Testing

@testable import MathML

struct AlphabetTests {
    @Test(arguments: [
        ("\\mathbb{E}", "𝔼"), ("\\mathbb{R}", "ℝ"), ("\\mathcal{L}", "ℒ"), ("\\mathcal{N}", "𝒩"),
        ("\\mathfrak{g}", "𝔤"), ("\\mathfrak{C}", "ℭ"), ("\\mathbf{x}", "𝐱"), ("\\mathbf{\\Sigma}", "𝚺"),
        ("\\boldsymbol{\\theta}", "𝜽"), ("\\boldsymbol{x}", "𝒙"), ("\\boldsymbol{\\Sigma}", "𝚺"),
        ("\\boldsymbol\\nabla", "𝛁"), ("\\boldsymbol\\phi", "𝝓"), ("\\mathit{h}", "ℎ"), ("\\mathsf{a}", "𝖺"),
        ("\\mathtt{a}", "𝚊"),
    ])
    func `a letter in an alphabet is a character of its own`(tex: String, letter: String) throws {
        #expect(try markup(tex) == "<mi>\(letter)</mi>")
    }

    @Test func `digits change too where Unicode has them`() throws {
        #expect(try markup("\\mathbb{1}") == "<mn>𝟙</mn>")
        #expect(try markup("\\mathbf{10.5}") == "<mn>𝟏𝟎.𝟓</mn>")
        #expect(try markup("\\mathcal{1}") == "<mn>1</mn>")
    }

    @Test func `letters of a word are one element, those of a product several`() throws {
        #expect(try markup("\\mathrm{old}") == "<mi>old</mi>")
        #expect(try markup("\\mathrm{conv2d}") == "<mi>conv2d</mi>")
        #expect(try markup("\\mathit{diff}") == "<mi>𝑑𝑖𝑓𝑓</mi>")
        #expect(try markup("\\mathbb{AB}") == "<mrow><mi>𝔸</mi><mi>𝔹</mi></mrow>")
    }

    @Test func `an upright letter is told not to slant`() throws {
        #expect(try markup("\\mathrm{d}") == "<mi mathvariant=\"normal\">d</mi>")
    }

    @Test func `an alphabet ends with its argument`() throws {
        #expect(try markup("\\mathbf{a\\mathrm{b}c}d").hasSuffix("<mi>𝐜</mi></mrow><mi>d</mi></mrow>"))
    }

    @Test func `all letters of all alphabets differ`() {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars
        let shaped = Set(Alphabet.commands.values).flatMap { alphabet in letters.map { alphabet($0) } }
        #expect(Set(shaped).count == shaped.count)
    }
}
