import Markdown

/// A tag of HTML. What only looks like one, such as the `<T>` of a generic type, is text: a browser would show nothing of it.
struct Tag {
    /// In small letters.
    let name: String
    /// As it stands there.
    let written: String
    /// Whether it ends an element.
    let isEnd: Bool

    /// The tag that `html` starts with; nil for a comment and the like.
    init?(_ html: String) {
        let start = html.drop { $0 == " " }
        guard start.first == "<" else { return nil }
        isEnd = start.dropFirst().first == "/"
        written = String(start.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" })
        guard written.first?.isLetter ?? false else { return nil }
        name = written.lowercased()
    }

    /// A piece of HTML in a text, or the text that it is.
    ///
    /// - Parameters:
    ///   - before: the piece before it.
    ///   - after: the pieces behind it, one of which may be its end.
    static func kind(of html: String, after before: Inline?, before after: ArraySlice<Inline>) -> Inline.Kind {
        guard let tag = Tag(html) else { return .html(html) }
        if !tag.isKnown { return .text(html) }
        // `a<b and c>d`, `Array<A>`: known names, right behind a word, and never closed.
        guard !tag.isEnd, !void.contains(tag.name), case .text(let text)? = before?.kind, let last = text.last,
            last.isLetter || last.isNumber
        else { return .html(html) }
        let isClosed = after.contains { inline in
            guard case .html(let other) = inline.kind, let end = Tag(other) else { return false }
            return end.isEnd && end.name == tag.name
        }
        return isClosed ? .html(html) : .text(html)
    }

    /// Whether there is such an element; a hyphen makes it one that a script defines.
    var isKnown: Bool { name.contains("-") || name.contains(":") || Self.names.contains(name) }

    /// Elements without an end.
    static let void: Set = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]

    /// The elements of HTML, SVG and MathML.
    private static let names = Set(
        """
        a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas
        caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption
        figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
        legend li link main map mark marquee menu menuitem meta meter nav nobr noframes noscript object ol optgroup option
        output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source
        span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u
        ul var video wbr xmp
        animate animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer
        fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedropshadow feflood fefunca fefuncb fefuncg fefuncr
        fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile
        feturbulence filter foreignobject g image line lineargradient marker mask metadata mpath path pattern polygon polyline
        radialgradient rect set stop switch symbol text textpath tspan use view
        math annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot
        mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics
        """.split { $0.isWhitespace }.map(String.init))
}
