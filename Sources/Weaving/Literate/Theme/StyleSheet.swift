import Exhibits
import MathML

/// The style sheet of a site.
enum StyleSheet {
    /// The whole file.
    static let text = [colours, page, Formula.styleSheet, navigation, prose, code, figures, narrow, print].joined(
        separator: "\n")

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
