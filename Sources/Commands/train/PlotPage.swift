import Exhibits

/// A page that needs nothing but itself: figures with their colours for light and dark, and a table of runs.
struct PlotPage {
    var title: String
    var notes: [String]
    var figures: [DrawnFigure]

    var html: String {
        let pictures = figures.map { figure in
            "<figure>\n\(figure.wide)\(figure.narrow)<figcaption>\(([figure.title + "."] + figure.notes).map(escaped).joined(separator: " "))"
                + "</figcaption>\n</figure>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(escaped(title))</title>
            <style>
            :root { color-scheme: light dark; \(Palette.all.map { "--\($0.name): \($0.light);" }.joined(separator: " ")) }
            @media (prefers-color-scheme: dark) {
              :root { \(Palette.all.map { "--\($0.name): \($0.dark);" }.joined(separator: " ")) }
            }
            body { margin: 0 auto; padding: 1rem; max-width: 44rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
            figure { margin: 2rem 0; }
            figcaption { color: var(--muted); font-size: .875rem; }
            svg { display: block; width: 100%; height: auto; }
            svg.narrow { display: none; }
            @media (max-width: 40rem) { svg.wide { display: none; } svg.narrow { display: block; } }
            </style>
            </head>
            <body>
            <h1>\(escaped(title))</h1>
            \(notes.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n"))
            \(pictures.joined())</body>
            </html>

            """
    }
}

/// Text as HTML character data.
private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.append(character)
        }
    }
}
