/// What stands under a figure or over a table, and where the text can refer to.
struct ExhibitCaption {
    let cell: Cell
    /// The `id` on the page.
    let anchor: String
    /// The author's caption.
    let caption: HTML
    /// The number; nil if the cell's label names something else.
    let number: String?
    /// The language of the book.
    let language: Language

    /// `Figure 4.2. ` as a link to itself, or nothing.
    func number(_ word: Word) -> HTML {
        guard let number else { return "" }
        return "<a class=\"number\" href=\"#\(anchor)\">\(language(word, number)).</a> "
    }
}

extension Language {
    /// Marks what is English on a page in another language.
    var markOfEnglish: HTML { main == "en" ? "" : " lang=\"en\"" }
}
