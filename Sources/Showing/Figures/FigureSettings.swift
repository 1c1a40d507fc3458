#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Figure {
    /// The title of the horizontal axis, and if need be its scale, its ends and exactly its ticks.
    ///
    /// Data outside a written `domain` are cut off.
    public func x(
        _ title: String, scale: AxisScale = .linear, domain: ClosedRange<Double>? = nil, ticks: [Double]? = nil
    ) -> Figure {
        with { $0.x = AxisSettings(title: title, scale: scale, domain: domain, ticks: ticks) }
    }

    /// The title of a horizontal axis of times, and its ends.
    public func x(_ title: String, domain: ClosedRange<Date>) -> Figure {
        let ends = domain.lowerBound.timeIntervalSince1970...domain.upperBound.timeIntervalSince1970
        return x(title, scale: .linear, domain: ends)
    }

    /// The title of the vertical axis, which stands above it, and if need be its scale, its ends and exactly its ticks.
    public func y(
        _ title: String, scale: AxisScale = .linear, domain: ClosedRange<Double>? = nil, ticks: [Double]? = nil
    ) -> Figure {
        with { $0.y = AxisSettings(title: title, scale: scale, domain: domain, ticks: ticks) }
    }

    /// The title of the horizontal axis, and the names of its places 0, 1, 2 …, such as the tokens of a text, where one word may
    /// stand twice.
    public func x(_ title: String, names: [String]) -> Figure {
        with { $0.x = AxisSettings(title: title, names: names) }
    }

    /// The title of the vertical axis, and the names of its places 0, 1, 2 … from the top down.
    public func y(_ title: String, names: [String]) -> Figure {
        with { $0.y = AxisSettings(title: title, names: names) }
    }

    /// Small multiples on shared scales: a panel for each value of `key`, in order of appearance.
    ///
    /// Marks whose rows are of another type, such as rules, stand in every panel. A phone gets fewer columns.
    public func facet(_ key: (Row) -> any Plottable, columns: Int) -> Figure {
        withPanels(key) {
            $0.columns = columns
            if columns < 1 { $0.mistake = .noColumns(columns) }
        }
    }

    /// One picture for each value of `key`, in order of appearance, on shared scales; the reader moves through them.
    ///
    /// `title` names the slider. Without JavaScript, and on paper, the first picture stands alone; the downloaded picture has
    /// all of them as small multiples. A figure has a slider or small multiples, not both.
    public func slider(_ key: (Row) -> any Plottable, _ title: String) -> Figure {
        withPanels(key) {
            $0.columns = 4
            $0.sliderTitle = title
        }
    }

    private func withPanels(_ key: (Row) -> any Plottable, _ change: (inout FigureSpecification) -> Void) -> Figure {
        with { specification in
            if specification.hasPanels { specification.mistake = .panelsTwice }
            for index in specification.marks.indices { specification.marks[index].readPanels(key) }
            specification.hasPanels = true
            change(&specification)
        }
    }

    /// Fixes the colour, 1 to 4, of series by their names; the others take the free colours in order of appearance.
    ///
    /// Names that this figure does not have are ignored, so one constant can keep the colours of a whole book.
    public func colors(_ colors: [String: Int]) -> Figure {
        with { $0.colors = colors }
    }

    /// Only these series, of one or many, are in colour; the others are grey context behind them.
    ///
    /// ```swift
    /// Figure("The window is the fastest of nine") { Line(runs, x: \.epoch, y: \.reward, by: \.method) }
    ///     .highlighting("window", "whole batch")
    /// ```
    public func highlighting(_ names: any Plottable...) -> Figure {
        with { $0.highlighted = names.map(\.plotValue) }
    }

    /// Colours series that are numbers, such as the settings of a sweep, by a single-hue ramp in their order.
    public func colorRamp() -> Figure {
        with { $0.hasColorRamp = true }
    }
}
