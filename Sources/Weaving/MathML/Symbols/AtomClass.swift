/// The role of a piece of a formula in its row: what the space around it depends on (The TeXbook, chapter 18).
enum AtomClass: Int, Sendable {
    case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
    /// A bar that opens or closes, `|` or `‖`: its neighbours tell which.
    case bar

    /// Whether an operand has to follow, so that a minus after this atom is a sign and a bar opens.
    var expectsOperand: Bool {
        switch self {
        case .largeOperator, .binary, .relation, .opening, .punctuation: true
        case .ordinary, .closing, .inner, .bar: false
        }
    }

    /// Whether an operator before this atom has no right operand.
    var endsOperand: Bool { self == .relation || self == .closing || self == .punctuation }
}
