/// The paper on which a book is printed.
public enum Paper: String, Hashable, Sendable {
    /// The page that has the whole book.
    static let page = "print.html"

    /// ISO 216, 210 × 297 mm.
    case a4 = "A4"
    /// ANSI, 8.5 × 11 inches.
    case letter

    /// Width and height in millimetres.
    var size: (width: Double, height: Double) { self == .a4 ? (210, 297) : (215.9, 279.4) }
}
