import Exhibits

/// HTML that can not contain text by accident: what is interpolated is escaped, unless it is HTML itself.
struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The markup.
    let text: String

    /// Markup that is known to be right, such as what libcmark rendered.
    init(raw text: String) {
        self.text = text
    }

    init(stringLiteral text: String) {
        self.text = text
    }

    init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        mutating func appendInterpolation(_ value: String) {
            text += value.escaped(for: .anywhere)
        }

        mutating func appendInterpolation(_ value: Int) {
            text += String(value)
        }

        mutating func appendInterpolation(_ html: HTML) {
            text += html.text
        }

        mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { text += part.text }
        }
    }
}
