public import Exhibits

/// A page that needs nothing but itself: figures with their colours for light and dark, under notes.
public struct FigurePage: Sendable {
    /// What the page shows.
    public var title: String
    /// Paragraphs above the figures.
    public var notes: [String]
    /// The figures, one under the other.
    public var figures: [DrawnFigure]

    /// Creates a page.
    public init(title: String, notes: [String], figures: [DrawnFigure]) {
        self.title = title
        self.notes = notes
        self.figures = figures
    }

    /// The page as HTML.
    public var html: String {
        PageFrame(title: title, head: "<style>\n\(style)</style>", body: body).html
    }

    private var body: String {
        let pictures = figures.map { figure in
            let caption = ([figure.title + "."] + figure.notes).joined(separator: " ").escaped(for: .content)
            return "<figure>\n\(figure.wide)\(figure.narrow)<figcaption>\(caption)</figcaption>\n</figure>\n"
        }
        let paragraphs = notes.map { "<p>\($0.escaped(for: .content))</p>\n" }
        return "<h1>\(title.escaped(for: .content))</h1>\n" + (paragraphs + pictures).joined()
    }

    private var style: String {
        func colors(_ value: (PaletteColor) -> String) -> String {
            Palette.all.map { "--\($0.name): \(value($0));" }.joined(separator: " ")
        }
        return """
            :root { \(colors(\.light)) }
            @media (prefers-color-scheme: dark) {
              :root { \(colors(\.dark)) }
            }
            body { margin: 0 auto; padding: 1rem; max-width: 44rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
            figure { margin: 2rem 0; }
            figcaption { color: var(--muted); font-size: .875rem; }
            svg { display: block; width: 100%; height: auto; }
            svg.narrow { display: none; }
            @media (max-width: 40rem) { svg.wide { display: none; } svg.narrow { display: block; } }

            """
    }
}
