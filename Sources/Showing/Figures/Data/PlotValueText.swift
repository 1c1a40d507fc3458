import Exhibits

extension PlotValue {
    /// The value on a numeric axis; nil for a category.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .category: nil
        }
    }

    var isInteger: Bool {
        if case .integer = self { true } else { false }
    }

    /// Whether it is a category or a number that is neither NaN nor infinite.
    var isFinite: Bool { number?.isFinite ?? true }

    /// As a label, by the book's rule for numbers.
    var label: String {
        switch self {
        case .integer(let value): NumberFormat.integer(value)
        case .number(let value): NumberFormat.significant(value, 6)
        case .category(let text): text
        }
    }

    /// Exactly, as data.
    var exactText: String {
        switch self {
        case .integer(let value): String(value)
        case .number(let value): value.description
        case .category(let text): text
        }
    }
}
