import Markdown

/// What a page cites, as its last section.
enum ReferenceList {
    static func html(of chapter: Chapter, by rendering: Rendering) -> HTML {
        guard !chapter.cited.isEmpty else { return "" }
        let items = chapter.cited.map { entry in
            "<li id=\"\(entry.anchor)\">\(rendering.html(of: entry.inlines))</li>\n" as HTML
        }
        return """
            <section class="references" aria-labelledby="references">
            <h2 id="references">\(chapter.language(.references))</h2>
            <ul>
            \(items)</ul>
            </section>

            """
    }
}
