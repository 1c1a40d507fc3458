/// One of the two layouts of a figure.
struct Form: Hashable, Sendable {
    var width: Double
    /// The height of the plot of a single panel.
    var plotHeight: Double
    /// The widest that the names at the lines' ends may be; wider ones go to a legend above.
    var endLabelRoom: Double
    /// The narrowest a panel among several may be.
    var panelWidth: Double

    /// For a page's column.
    static let wide = Form(width: 680, plotHeight: 300, endLabelRoom: 220, panelWidth: 60)
    /// For a phone.
    static let narrow = Form(width: 358, plotHeight: 230, endLabelRoom: 84, panelWidth: 62)

    /// Ticks and titles of axes.
    static let tickSize = 11.0
    /// Names of series, rules and texts.
    static let labelSize = 12.0
    /// Titles of panels.
    static let panelSize = 10.7
}
