/// What stands under a figure or over a table, and where the text can refer to.
struct ExhibitCaption {
    let cell: Cell
    /// The `id` on the page.
    let anchor: String
    /// The author's caption.
    let caption: HTML
    /// Whether the exhibit is what the cell's label names.
    var isNumbered = true

    /// `Figure 4.2. `, or nothing.
    func number(_ word: String) -> HTML {
        guard isNumbered, let number = cell.number else { return "" }
        return "<span class=\"number\">\(word) \(number).</span> "
    }
}
