extension Figure {
    /// The title of the horizontal axis, and if need be its scale, its ends and exactly its ticks.
    ///
    /// Data outside a written `domain` are cut off.
    public func x(
        _ title: String, scale: AxisScale = .linear, domain: ClosedRange<Double>? = nil, ticks: [Double]? = nil
    ) -> Figure {
        var copy = self
        copy.x = AxisSettings(title: title, scale: scale, domain: domain, ticks: ticks)
        return copy
    }

    /// The title of the vertical axis, which stands above it, and if need be its scale, its ends and exactly its ticks.
    public func y(
        _ title: String, scale: AxisScale = .linear, domain: ClosedRange<Double>? = nil, ticks: [Double]? = nil
    ) -> Figure {
        var copy = self
        copy.y = AxisSettings(title: title, scale: scale, domain: domain, ticks: ticks)
        return copy
    }

    /// Small multiples on shared scales: a panel for each value of `key`, in order of appearance.
    ///
    /// Marks whose rows are of another type, such as rules, stand in every panel. A phone gets fewer columns.
    public func facet(_ key: @escaping (Row) -> any Plottable, columns: Int) -> Figure {
        precondition(sliderTitle == nil, "a figure has a slider or small multiples, not both")
        precondition(columns >= 1, "small multiples need one column or more, not \(columns)")
        var copy = self
        copy.facet = key
        copy.columns = columns
        return copy
    }

    /// One picture for each value of `key`, in order of appearance, on shared scales; the reader moves through them.
    ///
    /// `title` names the slider. Without JavaScript, and on paper, the first picture stands alone; the downloaded picture has
    /// all of them as small multiples. A figure has a slider or small multiples, not both.
    public func slider(_ key: @escaping (Row) -> any Plottable, _ title: String) -> Figure {
        precondition(facet == nil, "a figure has a slider or small multiples, not both")
        var copy = facet(key, columns: 4)
        copy.sliderTitle = title
        return copy
    }

    /// Fixes the colour, 1 to 4, of series by their names; the others take the free colours in order of appearance.
    ///
    /// Names that this figure does not have are ignored, so one constant can keep the colours of a whole book.
    public func colors(_ colors: [String: Int]) -> Figure {
        var copy = self
        copy.colors = colors
        return copy
    }

    /// Colours series that are numbers, such as the settings of a sweep, by a single-hue ramp in their order.
    public func colorRamp() -> Figure {
        var copy = self
        copy.hasColorRamp = true
        return copy
    }
}
