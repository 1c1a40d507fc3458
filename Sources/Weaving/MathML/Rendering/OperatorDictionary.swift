/// What a browser puts around an operator element without being told (MathML Core, appendix B), in mu.
///
/// Only what is the same in every browser's dictionary counts as known; elsewhere the renderer says what it wants.
enum OperatorDictionary {
    /// The space before and after `text` as an atom of class `atom`, or nil if that is not known.
    static func spacing(of text: String, as atom: AtomClass) -> (before: Int, after: Int)? {
        switch atom {
        case .binary: fourMu.contains(text) ? (4, 4) : threeMu.contains(text) ? (3, 3) : nil
        case .relation: text.unicodeScalars.count == 1 && !unusualRelations.contains(text) ? (5, 5) : nil
        case .largeOperator: (3, 3)
        case .punctuation: (0, 3)
        case .opening: "([{⟨⌊⌈⟦⟮".contains(text) ? (0, 0) : nil
        case .closing: ")]}⟩⌋⌉⟧⟯".contains(text) ? (0, 0) : nil
        case .ordinary, .inner, .bar: nil
        }
    }

    /// Whether `text` has an entry of its own as a sign before its operand.
    static func isPrefix(_ text: String) -> Bool { ["+", "−", "±", "∓"].contains(text) }

    /// Whether `text` at the end of a row would be taken for something else than an infix operator.
    static func isAmbiguous(_ text: String) -> Bool { isPrefix(text) || ["∼", "|", "∥", "∠"].contains(text) }

    /// Whether Firefox draws the binary operator `text` as large as a sum.
    static func isLargeElsewhere(_ text: String) -> Bool { ["⊕", "⊗", "⊙"].contains(text) }

    private static let fourMu: Set<String> = [
        "+", "−", "±", "∓", "÷", "∖", "∧", "∨", "∩", "∪", "⊎", "⊓", "⊔", "⊖", "⊘",
    ]
    private static let threeMu: Set<String> = ["×", "∗", "∘", "∙", "⊗", "⊙", "⋅", "⋄", "⋆", "≀", "⊠"]
    private static let unusualRelations: Set<String> = [":", "|", "∥", "∴", "∵", "⌣", "⌢"]
}
