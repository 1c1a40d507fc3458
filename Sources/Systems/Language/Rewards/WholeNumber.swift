/// A whole number as people write it: a sign or none, digits, commas between thousands or none.
struct WholeNumber: Equatable {
    private let isNegative: Bool
    /// Without leading zeros, so that numbers of any length can be compared.
    private let digits: [Unicode.Scalar]

    /// Nil if the text is no whole number.
    init?(_ text: CodePoints) {
        var scalars = text.scalars[...]
        let sign = scalars.first
        if sign == "-" || sign == "+" || sign == "\u{2212}" { scalars.removeFirst() }
        let groups = scalars.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }) else { return nil }
        if groups.count > 1 {
            guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        digits = Array(groups.joined().drop { $0 == "0" })
        isNegative = sign != "+" && !digits.isEmpty && (sign == "-" || sign == "\u{2212}")
    }
}
