/// The text of an inline expression's value, as the prose shows it.
///
/// - Throws: ``InlineTextError`` if the value is nothing a sentence can contain: nil, or not a number.
func inlineText(of value: Any) throws(InlineTextError) -> String {
    switch value {
    case let number as Double:
        guard !number.isNaN else { throw .notANumber }
        return NumberFormat.significant(number, 3)
    case let number as Float:
        guard !number.isNaN else { throw .notANumber }
        return NumberFormat.significant(Double(number), 3)
    case let integer as any BinaryInteger:
        return NumberFormat.integer(integer)
    case let text as String:
        return text
    case let list as [Any]:
        var texts: [String] = []
        for element in list { texts.append(try inlineText(of: element)) }
        return texts.joined(separator: ", ")
    default:
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return String(describing: value) }
        guard let wrapped = mirror.children.first?.value else { throw .missingValue }
        return try inlineText(of: wrapped)
    }
}

/// Why a value can not stand in a sentence.
enum InlineTextError: Error, Equatable, CustomStringConvertible {
    case notANumber
    case missingValue

    var description: String {
        switch self {
        case .notANumber: "the expression is not a number (NaN)"
        case .missingValue: "the expression is nil"
        }
    }
}
