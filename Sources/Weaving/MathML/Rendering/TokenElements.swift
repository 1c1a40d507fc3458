import Exhibits

/// A variable. Browsers slant a single letter by themselves and leave words upright.
func letterElement(_ text: String, isUpright: Bool) -> String {
    let isSingle = text.unicodeScalars.count == 1
    return element("mi", isUpright && isSingle ? "mathvariant=\"normal\"" : "", text.escaped(for: .content))
}

/// A symbol: a letter if nothing acts through it, else an operator with the space its role asks for.
func symbolElement(_ symbol: Symbol, as role: Renderer.Role) -> String {
    switch symbol.atom {
    case .ordinary where Symbol.isPrime(symbol.text):
        element("mo", "class=\"math-prime\" lspace=\"0\" rspace=\"0\"", symbol.text)
    // Firefox puts a space after an upright letter, and browsers slant ∇ as a letter.
    case .ordinary where symbol.text == "∇":
        element("mo", "form=\"prefix\" lspace=\"0\" rspace=\"0\"", symbol.text)
    case .ordinary, .inner: letterElement(symbol.text, isUpright: symbol.isUpright)
    case .binary where OperatorDictionary.isLargeElsewhere(symbol.text):
        operatorElement(symbol.text, "largeop=\"false\"", as: role)
    default: operatorElement(symbol.text, Symbol.stretches(symbol.text) ? "stretchy=\"false\"" : "", as: role)
    }
}

/// An operator element that says only what a browser would not do by itself.
func operatorElement(_ text: String, _ attributes: String, as role: Renderer.Role) -> String {
    var attributes = attributes.isEmpty ? [] : [attributes]
    var known: (before: Int, after: Int)?
    switch role.atom {
    case .ordinary where OperatorDictionary.isPrefix(text),
        .opening where Symbol.isBar(text):
        attributes.insert("form=\"prefix\"", at: 0)
        known = (0, 0)
    case .closing where Symbol.isBar(text):
        attributes.insert("form=\"postfix\"", at: 0)
        known = (0, 0)
    default:
        if role.isAtEnd, role.atom == .binary || role.atom == .relation, OperatorDictionary.isAmbiguous(text) {
            attributes.insert("form=\"infix\"", at: 0)
        }
        known = OperatorDictionary.spacing(of: text, as: role.atom)
    }
    if known?.before != role.before { attributes.append("lspace=\"\(Space.length(mu: role.before))\"") }
    if known?.after != role.after { attributes.append("rspace=\"\(Space.length(mu: role.after))\"") }
    return element("mo", attributes.joined(separator: " "), text.escaped(for: .content))
}

extension Symbol {
    static func isPrime(_ text: String) -> Bool { ["′", "″", "‴", "⁗"].contains(text) || text.hasPrefix("′") }

    static func isBar(_ text: String) -> Bool { text == "|" || text == "‖" }

    /// Whether browsers stretch `text` to the height of its row unless told not to.
    static func stretches(_ text: String) -> Bool { "()[]{}⟨⟩⌊⌋⌈⌉⟦⟧⟮⟯|‖↑↓↕⇑⇓⇕∥∣".contains(text) }
}
