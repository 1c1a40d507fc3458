/// A block of code on a page.
enum Listing {
    /// `code` with the marks of its language; Swift is highlighted, anything else stands as it is.
    static func html(_ code: String, language: String?) -> HTML {
        var code = code
        while code.last == "\n" { code.removeLast() }
        let isSwift = language == "swift"
        let content: HTML = isSwift ? SwiftHighlighter.html(code) : "\(code)"
        let name = isSwift ? "Swift" : language ?? "Text"
        return """
            <pre class="code" tabindex="0" role="region" aria-label="\(name)"><code>\(content)</code></pre>

            """
    }

    /// What a program printed.
    static func output(_ text: String) -> HTML {
        samp(text, styleClass: "output", name: "Output")
    }

    /// What went wrong in a cell, as it should.
    static func failure(_ text: String) -> HTML {
        samp(text, styleClass: "output failure", name: "Error")
    }

    private static func samp(_ text: String, styleClass: String, name: String) -> HTML {
        // libcmark takes C strings: a NUL would end the page.
        var text = text.replacing("\0", with: "\u{fffd}")
        while text.last == "\n" { text.removeLast() }
        return """
            <pre class="\(styleClass)" tabindex="0" role="region" aria-label="\(name)"><samp>\(text)</samp></pre>

            """
    }
}
