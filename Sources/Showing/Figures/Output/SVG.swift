import Exhibits

/// Writes pictures as SVG elements.
struct SVG {
    var title: String
    var description: String
    /// A file of its own has the light colours written out, a size, and paper behind it.
    var isStandalone = false

    /// The fonts, in single quotes because they stand in an attribute.
    static let fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    /// - Parameter readout: the data for the page's script; nil leaves them to another layout of the same figure.
    func text(of picture: Picture, layout: String, readout: String? = nil) -> String {
        let margin = isStandalone ? 12.0 : 0
        let (width, height) = (number(picture.width + 2 * margin), number(picture.height + 2 * margin))
        let corner = number(-margin)
        let size = isStandalone ? "xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" " : ""
        var lines = [
            "<svg \(size)class=\"figure \(layout)\" viewBox=\"\(corner) \(corner) \(width) \(height)\" role=\"img\" "
                + (isStandalone ? "" : places(in: picture))
                + "font-family=\"\(Self.fonts)\" font-size=\"\(number(Form.tickSize))\" fill=\"none\">",
            "<title>\(characterData(title))</title>", "<desc>\(characterData(description))</desc>",
        ]
        if let readout { lines.append("<metadata>\(readout)</metadata>") }
        if isStandalone {
            let paper = color(.color(Palette.paper))
            lines.append("<path d=\"M\(corner) \(corner)h\(width)v\(height)h-\(width)z\" fill=\"\(paper)\"/>")
        }
        lines += picture.shapes.map(element)
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    private func element(_ shape: Shape) -> String {
        switch shape {
        case .fill(let path, let paint, let opacity, let crisp):
            return "<path d=\"\(path.text)\" fill=\"\(color(paint))\""
                + (opacity < 1 ? " fill-opacity=\"\(share(opacity))\"" : "")
                + (crisp ? " shape-rendering=\"crispEdges\"" : "") + "/>"
        case .stroke(let path, let stroke):
            return "<path d=\"\(path.text)\" stroke=\"\(color(stroke.paint))\""
                + (stroke.width != 1 ? " stroke-width=\"\(number(stroke.width))\"" : "")
                + (stroke.dash.isEmpty
                    ? "" : " stroke-dasharray=\"\(stroke.dash.map(String.init).joined(separator: " "))\"")
                + (stroke.isRound ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "")
                + (stroke.opacity < 1 ? " stroke-opacity=\"\(share(stroke.opacity))\"" : "") + "/>"
        case .text(let label):
            let halo =
                " stroke=\"\(color(.color(Palette.paper)))\" stroke-width=\"3\" stroke-linejoin=\"round\" style=\"paint-order:stroke\""
            return "<text x=\"\(number(label.at.x))\" y=\"\(number(label.at.y))\" fill=\"\(color(label.paint))\""
                + (label.size != Form.tickSize ? " font-size=\"\(number(label.size))\"" : "")
                + (label.anchor != .start ? " text-anchor=\"\(label.anchor.rawValue)\"" : "")
                + (label.isTurned ? " transform=\"rotate(-90 \(number(label.at.x)) \(number(label.at.y)))\"" : "")
                + (label.hasHalo ? halo : "") + ">\(characterData(label.text))</text>"
        }
    }

    /// Where the panels and the shifted series are, as attributes for the page's script.
    private func places(in picture: Picture) -> String {
        let panels = picture.panels.map { [$0.left, $0.top, $0.right, $0.bottom].map(number).joined(separator: ",") }
        let shifts =
            picture.shifts.isEmpty ? "" : "data-shifts=\"\(picture.shifts.map(number).joined(separator: " "))\" "
        return (panels.isEmpty ? "" : "data-panels=\"\(panels.joined(separator: " "))\" ") + shifts
    }

    private func color(_ paint: Paint) -> String { isStandalone ? paint.written() : paint.css }

    private func number(_ value: Double) -> String { shortNumber(tenths: Int((value * 10).rounded())) }

    private func share(_ value: Double) -> String {
        let percent = Int((value * 100).rounded())
        return "." + (percent < 10 ? "0" : "") + String(percent)
    }

    /// Text as XML character data; a control character, which XML can not hold, becomes U+FFFD.
    private func characterData(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "\n", "\t": " "
            case "\0"..."\u{1f}", "\u{fffe}", "\u{ffff}": "\u{fffd}"
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(scalars)).escaped(for: .attribute)
    }
}
