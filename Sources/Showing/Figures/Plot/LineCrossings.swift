/// Where the lines of a figure cross.
struct LineCrossings: PlotPart {
    let plot: Plot

    /// The series whose line crosses that of an earlier one, visibly: by more than 2 % of the axis to both sides.
    var series: [PlotValue] {
        var crossing: [PlotValue] = []
        for panel in panels {
            let lines = plot.layers(in: panel).filter { $0.kind == .line && !$0.isMuted }.flatMap(\.series)
            for (index, line) in lines.enumerated() {
                guard let name = line.name, !crossing.contains(name) else { continue }
                if lines[..<index].contains(where: { crosses(line, $0) }) { crossing.append(name) }
            }
        }
        return crossing
    }

    private func crosses(_ first: Series, _ second: Series) -> Bool {
        var heights: [PlotValue: Double] = [:]
        for datum in second.data { heights[datum.x!] = datum.y!.number! }
        let visible = 0.02 * (y.high - y.low)
        var (wasAbove, wasBelow) = (false, false)
        for datum in first.data {
            guard let height = heights[datum.x!] else { continue }
            wasAbove = wasAbove || datum.y!.number! > height + visible
            wasBelow = wasBelow || datum.y!.number! < height - visible
        }
        return wasAbove && wasBelow
    }
}
