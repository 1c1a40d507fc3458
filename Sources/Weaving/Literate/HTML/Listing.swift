import Scanning

/// A block of code on a page.
enum Listing {
    /// `code` with the marks of its language; Swift is highlighted, anything else stands as it is.
    ///
    /// - Parameter anchor: what the `id` of each line starts with; without it the lines can not be linked to.
    static func html(_ code: String, language: String?, anchor: String? = nil) -> HTML {
        var code = code
        while code.last == "\n" { code.removeLast() }
        let isSwift = language == "swift"
        let name = isSwift ? "Swift" : language ?? "Text"
        var content: HTML = "\(code)"
        if isSwift {
            let lines = SwiftHighlighter.lines(code)
            content =
                "\(lines.enumerated().map { row(HTML(raw: $1), number: $0 + 1, of: lines.count, anchor: anchor) })"
        }
        let style: HTML = anchor == nil ? "code" : "code numbered"
        return """
            <pre class="\(style)" tabindex="0" role="group" aria-label="\(name)"><code>\(content)</code></pre>

            """
    }

    /// A line with a link to itself. The line's number is made by the style sheet, so it is not copied with the code.
    private static func row(_ line: HTML, number: Int, of count: Int, anchor: String?) -> HTML {
        let end: HTML = number < count ? "\n" : ""
        guard let anchor else { return "\(line)\(end)" }
        let id = "\(anchor)-\(number)"
        return """
            <span class="row" id="\(id)"><a href="#\(id)" tabindex="-1" aria-hidden="true"></a>\(line)\(end)</span>
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
        var text = text
        while text.last == "\n" { text.removeLast() }
        return """
            <pre class="\(styleClass)" tabindex="0" role="group" aria-label="\(name)"><samp>\(TerminalText.html(text))</samp></pre>

            """
    }
}
