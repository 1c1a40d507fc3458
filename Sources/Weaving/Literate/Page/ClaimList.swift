/// The sentences that a cell checked, for the reader who asks how we know: one line, which opens what checks them.
enum ClaimList {
    static func html(_ claims: [String], of cell: Cell) -> HTML {
        let sentences = claims.map(\.withApostrophes)
        let items = sentences.count > 1 ? "<ul>\n\(sentences.map { "<li>\($0)</li>\n" as HTML })</ul>\n" as HTML : ""
        let title: HTML = sentences.count > 1 ? "\(sentences.count) sentences are checked" : "\(sentences[0])"
        // Code that the page shows in any case is not shown again.
        let test: HTML =
            cell.codeAnchor.map { "<p>In <a href=\"#\($0)\">the code above</a>.</p>\n" }
            ?? Listing.html(cell.code, language: "swift")
        return """
            <details class="claims"><summary>\(title)</summary>
            \(items)\(test)</details>

            """
    }
}
