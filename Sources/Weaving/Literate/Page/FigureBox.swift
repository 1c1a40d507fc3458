import Exhibits

/// A figure on a page: two drawings, of which the style sheet shows one, and the words under them.
enum FigureBox {
    static func html(_ figure: DrawnFigure, caption: ExhibitCaption, files: String) -> HTML {
        let notes = figure.notes.map { " " + $0.withApostrophes }.joined()
        let code: HTML = caption.cell.codeAnchor.map { "<a href=\"#\($0)\">code</a> · " } ?? ""
        return """
            <figure class="plot" id="\(caption.anchor)">
            \(pictures(of: figure, described: caption.cell.options.alternative))<figcaption>
            <p>\(caption.number(.figure))<strong>\(figure.title.withApostrophes.asSentence)</strong> \(caption.caption)\(notes)</p>
            <p class="source"><a href="\(files.address).csv" download>data (CSV, \(NumberFormat.integer(figure.rowCount)) rows)</a> · \
            <a href="\(files.address).svg" download>picture (SVG)</a> · \(code)\
            <span class="fingerprint" title="Fingerprint of the data">\(figure.fingerprint)</span></p>
            \(table(figure, of: caption))</figcaption>
            </figure>

            """
    }

    /// All pictures of the figure, of which the first is seen, and the slider, which the page's script shows.
    ///
    /// - Parameter alternative: what the author says that they show, in place of their own words.
    private static func pictures(of figure: DrawnFigure, described alternative: String?) -> HTML {
        let pictures = figure.frames.enumerated().map { index, frame in
            """
            <div class="picture" data-label="\(frame.label)"\(index > 0 ? " hidden" : "" as HTML)>
            <div class="wide">\(picture(frame.wide, described: alternative))</div>
            <div class="narrow">\(picture(frame.narrow, described: alternative))</div>
            </div>

            """ as HTML
        }
        guard let title = figure.sliderTitle, let first = figure.frames.first else { return "\(pictures)" }
        return """
            \(pictures)<div class="slider" hidden><label>\(title) \
            <input type="range" min="0" max="\(figure.frames.count - 1)" value="0"></label> <output>\(first.label)</output></div>

            """
    }

    private static func picture(_ svg: String, described alternative: String?) -> HTML {
        guard let alternative, let start = svg.firstRange(of: "<desc>"), let end = svg.firstRange(of: "</desc>") else {
            return HTML(raw: svg)
        }
        return
            "\(HTML(raw: String(svg[..<start.upperBound])))\(alternative)\(HTML(raw: String(svg[end.lowerBound...])))"
    }

    /// The figure in words and numbers, folded.
    private static func table(_ figure: DrawnFigure, of caption: ExhibitCaption) -> HTML {
        let data = figure.firstRows
        let alternative = caption.cell.options.alternative
        let mark = alternative == nil ? caption.language.markOfEnglish : ""
        let rest: HTML =
            figure.rowCount > data.rows.count
            ? "<p>The first \(data.rows.count) rows; the CSV file has all \(NumberFormat.integer(figure.rowCount)).</p>\n"
            : ""
        return """
            <details class="numbers"><summary>\(caption.language(.inWordsAndNumbers))</summary>
            <p\(mark)>\(alternative ?? figure.description)</p>
            \(Scrolling.open("Data of the figure"))<table>
            <thead><tr>\(data.columns.map { TableBox.head($0) })</tr></thead>
            <tbody>
            \(data.rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>\n" as HTML })</tbody>
            </table>\(Scrolling.close)
            \(rest)</details>

            """
    }
}
