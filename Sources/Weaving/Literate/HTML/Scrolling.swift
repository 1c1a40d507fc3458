/// A box that scrolls sideways when its content is wider than the page, and can be reached and scrolled by keyboard.
enum Scrolling {
    static func open(_ name: String) -> HTML {
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\">"
    }

    static let close: HTML = "</div>"
}
