/// What is drawn, in order: an SVG before it is written down.
struct Picture: Hashable, Sendable {
    var width: Double
    var height: Double
    var shapes: [Shape] = []
    /// Where the panels are, for the page's script.
    var panels: [Rect] = []
    /// How far the marks of each readable series are moved across a categorical axis; empty if none are.
    var shifts: [Double] = []
    /// The texts that have no room.
    var lost: [String] = []
}

/// One element of a ``Picture``.
enum Shape: Hashable, Sendable {
    case fill(PathData, Paint, opacity: Double = 1, crisp: Bool = false)
    case stroke(PathData, Stroke)
    case text(Label)
}

/// How a path is stroked.
struct Stroke: Hashable, Sendable {
    var paint: Paint
    var width = 1.0
    var dash: [Int] = []
    var isRound = false
    var opacity = 1.0
}

/// A line of text; `at` is on its base line.
struct Label: Hashable, Sendable {
    enum Anchor: String {
        case start, middle, end
    }

    var text: String
    var at: Point
    var anchor = Anchor.start
    var size = Form.tickSize
    var paint: Paint
    /// Whether an edge in the paper's colour keeps it readable on top of lines.
    var hasHalo = false
    /// Whether it is turned by a quarter about `at`, to be read from below.
    var isTurned = false

    /// The box of the text, from the top of its capitals to the bottom of its descenders.
    var box: Rect {
        let width = textWidth(text, size: size)
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        guard isTurned else {
            return Rect(left: left, top: at.y - 0.8 * size, right: left + width, bottom: at.y + 0.25 * size)
        }
        // What was to the right is above now.
        let (before, after) = (at.x - left, left + width - at.x)
        return Rect(left: at.x - 0.8 * size, top: at.y - after, right: at.x + 0.25 * size, bottom: at.y + before)
    }
}
