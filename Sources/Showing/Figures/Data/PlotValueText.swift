import Exhibits

extension PlotValue {
    /// The value on a numeric axis or one of times; nil for a category and for no value.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value), .time(let value): value
        case .category, .missing: nil
        }
    }

    var isInteger: Bool {
        if case .integer = self { true } else { false }
    }

    var isTime: Bool {
        if case .time = self { true } else { false }
    }

    /// Whether it is not a number that is NaN or infinite.
    var isFinite: Bool { number?.isFinite ?? true }

    /// As a label, by the book's rule for numbers.
    var label: String {
        switch self {
        case .integer(let value): NumberFormat.integer(value)
        case .number(let value): NumberFormat.significant(value, 6)
        case .category(let text): text
        case .time(let seconds): CalendarTime(seconds: seconds).text
        case .missing: "–"
        }
    }

    /// Exactly, as data: times by ISO 8601, a value that is missing as an empty field.
    var exactText: String {
        switch self {
        case .integer(let value): String(value)
        case .number(let value): value.description
        case .category(let text): text
        case .time(let seconds):
            CalendarTime(seconds: seconds).text.split(separator: " ").joined(separator: "T")
                + (CalendarTime(seconds: seconds).secondsOfDay == 0 ? "" : "Z")
        case .missing: ""
        }
    }
}
