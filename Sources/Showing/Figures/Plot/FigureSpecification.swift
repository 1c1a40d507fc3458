/// All that a ``Figure`` is, without the type of its rows.
struct FigureSpecification {
    var title: String
    var marks: [MarkData]
    var x = AxisSettings()
    var y = AxisSettings()
    /// Whether there is a panel for each value of some key.
    var hasPanels = false
    var columns = 1
    var sliderTitle: String?
    var colors: [String: Int] = [:]
    var hasColorRamp = false
    /// The series that keep their colours; nil for all.
    var highlighted: [PlotValue]?
    /// What is wrong with it, found while it was put together.
    var mistake: FigureError?
}
