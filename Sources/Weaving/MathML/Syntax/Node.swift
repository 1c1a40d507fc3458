/// A piece of a formula.
indirect enum Node: Sendable {
    /// A variable; `isUpright` says that a single letter must not be slanted.
    case letter(String, isUpright: Bool)
    case number(String)
    case symbol(Symbol)
    /// A word that acts, such as log; `takesLimits` says that its scripts stand above and below in display style.
    case operatorName(String, takesLimits: Bool)
    case text(String)
    case space(Space)
    /// What stands in braces: one ordinary atom, whatever is in it.
    case group([Node])
    /// A group declared to act as an atom of another class, `\mathrel{…}`.
    case classed(AtomClass, [Node], takesLimits: Bool)
    case scripts(Scripts)
    case fraction(Fraction)
    case root(radicand: [Node], index: [Node]?)
    /// `\left` … `\right`; a missing delimiter was a dot.
    case fence(left: Symbol?, body: [Node], right: Symbol?)
    /// `\middle`.
    case separator(Symbol?)
    case sizedDelimiter(Symbol, DelimiterSize)
    case accent(Accent, [Node])
    /// A line over or under its base.
    case overline([Node])
    case underline([Node])
    /// `base` with something set over and under it, whatever the style.
    case stack(base: Node, over: [Node]?, under: [Node]?)
    /// An arrow as long as what stands over and under it.
    case arrow(String, over: [Node]?, under: [Node]?)
    case styled(MathStyle, [Node])
    case table(Table)
    /// Takes its room and shows nothing, or only its width or its height.
    case phantom(Phantom, [Node])
    case boxed([Node])
}

/// A base with a subscript, a superscript or both.
struct Scripts: Sendable {
    var base: Node
    var sub: [Node]?
    var sup: [Node]?
    /// What `\limits` (true) or `\nolimits` (false) asked for.
    var limits: Bool?
}

struct Fraction: Sendable {
    var numerator: [Node]
    var denominator: [Node]
    /// The style `\dfrac` and `\tfrac` ask for.
    var style: MathStyle?
    /// False for a binomial coefficient.
    var hasLine = true
}

enum Phantom: Sendable { case both, width, height }

/// TeX's four styles.
enum MathStyle: Sendable {
    case display, text, script, scriptScript

    var isScript: Bool { self == .script || self == .scriptScript }
    var ofScripts: MathStyle { isScript ? .scriptScript : .script }
    var ofFractionParts: MathStyle { self == .display ? .text : ofScripts }
}

/// Rows of cells.
struct Table: Sendable {
    enum Alignment: Character, Sendable { case left = "l", center = "c", right = "r" }

    enum Kind: Sendable {
        /// Pairs of columns that meet at their relations.
        case aligned
        case cases
        case matrix
        case smallMatrix
        case gathered
        /// Columns as specified; a rule stands before each of the columns in `rules`.
        case array([Alignment], rules: [Int])
        /// Lines of a limit.
        case substack
    }

    let kind: Kind
    let rows: [[[Node]]]
}
