/// A value in JSON; its text is also safe inside HTML and XML.
enum JSON {
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    /// Numbers one by one, or only where they start and by how much they rise if that is always the same.
    init(column numbers: [Double]) {
        if numbers.count > 3, numbers[1] != numbers[0] {
            let (from, by) = (numbers[0], numbers[1] - numbers[0])
            let reach = Swift.max(from.magnitude, numbers[numbers.count - 1].magnitude)
            let isEven = numbers.enumerated().allSatisfy { index, number in
                (from + Double(index) * by - number).magnitude <= 1e-12 * reach
            }
            if isEven {
                self = .object(["from": .number(from), "by": .number(by), "count": .number(Double(numbers.count))])
                return
            }
        }
        self = .list(numbers.map(JSON.number))
    }

    /// The JSON, the keys of objects in alphabetical order.
    var text: String {
        switch self {
        case .number(let value):
            let text = value.description
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        case .text(let text): return Self.quoted(text)
        case .list(let values): return "[\(values.map(\.text).joined(separator: ","))]"
        case .object(let fields):
            let sorted = fields.sorted { $0.key < $1.key }
            return "{\(sorted.map { "\(Self.quoted($0.key)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\0"..."\u{1f}", "<", ">", "&", "\u{fffe}", "\u{ffff}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
