public import Exhibits

/// A picture of how parts work together: boxes on a grid, joined by arrows, under a title that says what it shows.
///
/// ```swift
/// show(
///     Diagram("An answer earns a reward", [
///         .box("sample", "x = 3", wide: [0, 0], narrow: [0, 0]),
///         .box("reward", "r = −2", wide: [1, 0], narrow: [0, 1]),
///         .arrow("sample", "reward", "r = −|x − y|"),
///     ]))
/// ```
/// Places are column and row; the page's layout and the phone's have their own. Boxes without a place in between share one
/// grid of equal columns. The data behind it are the boxes with their texts and the arrows.
public struct Diagram: TitledExhibit, Hashable, Sendable {
    /// How a box stands out.
    public enum Emphasis: Hashable, Sendable {
        /// A thin line around it.
        case none
        /// A thick line in the first series' colour: what the picture is about.
        case strong
        /// A dashed line: something hidden.
        case hidden
    }

    /// A part of the picture.
    public enum Element: Hashable, Sendable {
        /// A box with its name and, below it, what it holds; `wide` and `narrow` are its column and row in the two layouts.
        case box(_ name: String, _ text: String, wide: [Int], narrow: [Int], _ emphasis: Emphasis = .none)
        /// An arrow between two boxes, with a text beside it.
        case arrow(_ from: String, _ to: String, _ text: String = "")
    }

    /// What the picture shows, as a sentence.
    public let title: String
    let boxes: [Box]
    let arrows: [Connection]

    struct Box: Hashable, Sendable {
        let name: String
        let text: String
        let wide: [Int]
        let narrow: [Int]
        let emphasis: Emphasis
    }

    struct Connection: Hashable, Sendable {
        let from: String
        let to: String
        let text: String
    }

    /// Creates a picture of boxes and arrows.
    public init(_ title: String, _ elements: [Element]) {
        self.title = title
        boxes = elements.compactMap { element in
            guard case .box(let name, let text, let wide, let narrow, let emphasis) = element else { return nil }
            return Box(name: name, text: text, wide: wide, narrow: narrow, emphasis: emphasis)
        }
        arrows = elements.compactMap { element in
            guard case .arrow(let from, let to, let text) = element else { return nil }
            return Connection(from: from, to: to, text: text)
        }
    }

    /// The picture drawn.
    ///
    /// - Throws: ``DiagramError`` if a box has no place of its own or an arrow no box.
    public func exhibited() throws -> Exhibited {
        try validate()
        let page = SVG(title: title, description: description)
        let file = SVG(title: title, description: description, isStandalone: true)
        let wide = picture(in: .wide, \.wide)
        let frame = DrawnFigure.Frame(
            wide: page.text(of: wide, layout: "wide"),
            narrow: page.text(of: picture(in: .narrow, \.narrow), layout: "narrow"))
        return .figure(
            DrawnFigure(
                title: title, frames: [frame], standalone: file.text(of: wide, layout: "wide"),
                description: description, notes: [], data: data))
    }

    private func validate() throws(DiagramError) {
        guard !boxes.isEmpty else { throw .noBoxes }
        let names = Set(boxes.map(\.name))
        guard names.count == boxes.count else { throw .twice("two boxes have one name") }
        for (places, layout) in [(boxes.map(\.wide), "wide"), (boxes.map(\.narrow), "narrow")] {
            guard places.allSatisfy({ $0.count == 2 && $0.min()! >= 0 }) else { throw .noPlace(layout: layout) }
            guard Set(places).count == places.count else {
                throw .twice("two boxes have one place in the \(layout) layout")
            }
        }
        for arrow in arrows {
            for name in [arrow.from, arrow.to] where !names.contains(name) { throw .noBox(name) }
        }
    }

    private var description: String {
        let texts = boxes.map { $0.text.isEmpty ? "\($0.name)." : "\($0.name): \($0.text)." }
        let ways = arrows.map { "From \($0.from) to \($0.to)\($0.text.isEmpty ? "" : ": \($0.text)")." }
        return (texts + ways).joined(separator: " ")
    }

    private var data: DataTable {
        DataTable(
            columns: ["kind", "name", "to", "text"],
            rows: boxes.map { ["box", $0.name, "", $0.text] } + arrows.map { ["arrow", $0.from, $0.to, $0.text] })
    }
}

/// Why a ``Diagram`` can not be drawn.
public enum DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no box.
    case noBoxes
    /// An arrow names a box that is not there.
    case noBox(String)
    /// A box's place is not a column and a row, both 0 or more.
    case noPlace(layout: String)
    /// Something stands for two boxes.
    case twice(String)

    /// The reason as a sentence.
    public var description: String {
        switch self {
        case .noBoxes: "the diagram has no box"
        case .noBox(let name): "an arrow names the box “\(name)”, and there is none"
        case .noPlace(let layout): "the place of a box in the \(layout) layout is not a column and a row"
        case .twice(let what): what
        }
    }
}
