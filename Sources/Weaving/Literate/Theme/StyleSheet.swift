import Exhibits
import MathML

/// The style sheet of a site.
enum StyleSheet {
    /// The whole file.
    static let text = ([colours, Resource.text("page.css"), Formula.styleSheet] + rest.map(Resource.text)).joined(
        separator: "\n")

    /// What stands behind the style of formulas; the last two take back some of what is before them.
    private static let rest = ["navigation.css", "prose.css", "code.css", "figures.css", "narrow.css", "print.css"]

    /// That of the whole book on one page: what holds for paper holds on the screen too.
    static func text(onOnePage paper: Paper) -> String {
        let print = Resource.text("print.css")
        let rules = print.drop { $0 != "{" }.dropFirst().prefix(upTo: print.lastIndex(of: "}")!)
        let (width, height) = paper.size
        let page = """
            :root { --page-width: \(mm(width - 36)); --page-height: \(mm(height - 40)); }
            @page { size: \(mm(width)) \(mm(height)); margin: 18mm 18mm 22mm;
              @bottom-center { content: counter(page); font: 9pt sans-serif; color: #5a626b; } }
            @page :first { @bottom-center { content: none; } }
            """
        let screen = ["prose.css", "code.css", "figures.css"].map(Resource.text)
        return
            ([colours, Resource.text("page.css"), Formula.styleSheet] + screen + [
                String(rules), Resource.text("onepage.css"), page,
            ])
            .joined(separator: "\n")
    }

    /// A length in millimetres.
    private static func mm(_ length: Double) -> String { NumberFormat.plain(length, places: 1) + "mm" }

    /// The palette as variables that follow the reader's preference, or the toggle's choice.
    private static var colours: String {
        let variables = Palette.all.map { "  --\($0.name): light-dark(\($0.light), \($0.dark));" }
        return """
            :root {
              color-scheme: light dark;
            \(variables.joined(separator: "\n"))
              --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "DejaVu Serif", serif;
              --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
              --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
            }
            :root[data-theme="light"] { color-scheme: light; }
            :root[data-theme="dark"] { color-scheme: dark; }

            """
    }
}
