/// The book's colours: one value for light paper and one for dark, under the name of a CSS variable.
///
/// The page's style sheet and the figures both take their colours from here, so a figure always matches its page.
public struct PaletteColor: Hashable, Sendable {
    /// The CSS variable without its dashes, such as `series-1`.
    public let name: String
    /// `#rrggbb` on light paper.
    public let light: String
    /// `#rrggbb` on dark paper.
    public let dark: String

    /// `var(--name)`, for a style sheet or a style attribute.
    public var variable: String { "var(--\(name))" }

    init(_ name: String, _ light: String, _ dark: String) {
        self.name = name
        self.light = light
        self.dark = dark
    }
}

/// All colours of the book.
///
/// Text reaches a contrast of at least 4.5:1 on `paper` and `panel`, marks at least 3:1. Four series at most: the set was
/// chosen so that its members stay apart under the common colour-vision deficiencies.
public enum Palette {
    /// The page's background.
    public static let paper = PaletteColor("paper", "#fdfdfb", "#15181c")
    /// The background of code, tables' heads and boxes.
    public static let panel = PaletteColor("panel", "#f4f4f0", "#1d2127")
    /// Text.
    public static let ink = PaletteColor("ink", "#1b1f24", "#e4e7eb")
    /// Secondary text.
    public static let muted = PaletteColor("muted", "#5a626b", "#a3acb6")
    /// Grid lines and hairlines.
    public static let grid = PaletteColor("grid", "#dcdfe3", "#333a42")
    /// Axes and the outlines of controls.
    public static let axis = PaletteColor("axis", "#858d96", "#747d87")
    /// The colours of the series of a figure, in their order.
    public static let series = [
        PaletteColor("series-1", "#2f62c0", "#4f8ff5"),
        PaletteColor("series-2", "#b04a06", "#f07a2b"),
        PaletteColor("series-3", "#1fa56d", "#6bf0b5"),
        PaletteColor("series-4", "#5b0a57", "#e7a3dd"),
    ]
    /// The colours of the series' names, where the line's own colour is too pale for text.
    public static let seriesLabels = [
        PaletteColor("series-1-label", "#2f62c0", "#4f8ff5"),
        PaletteColor("series-2-label", "#b04a06", "#f07a2b"),
        PaletteColor("series-3-label", "#14734b", "#6bf0b5"),
        PaletteColor("series-4-label", "#5b0a57", "#e7a3dd"),
    ]
    /// Every colour, each once.
    public static let all = [paper, panel, ink, muted, grid, axis] + series + seriesLabels
}
