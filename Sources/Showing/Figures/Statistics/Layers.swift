import DeterministicMath

extension MarkData {
    /// The rows reduced to what is drawn, one layer for each panel in order of appearance; without panels, one layer that stands
    /// in every panel.
    func layers() throws(FigureError) -> [Layer] {
        if !fixed.isEmpty {
            try checkFixed()
            return [layer(panel: nil, series: [Series(name: nil, data: fixed)])]
        }
        guard count > 0 else { throw .noData(mark: kind.rawValue) }
        let groups = try groups()
        let bins = try sharedBins()
        var means: MeanOverRuns?
        if let run, let x, let y { means = try MeanOverRuns(x: x, y: y, run: run, mark: kind) }
        var layers: [Layer] = []
        for group in groups where !group.isEmpty {
            var data = try group.finished(self, means: means)
            if let bins { data = counted(data, in: bins) }
            let series = Series(name: group.series, data: data)
            if let index = layers.firstIndex(where: { $0.panel == group.panel }) {
                layers[index].series.append(series)
                layers[index].missing += group.missing
            } else {
                layers.append(layer(panel: group.panel, series: [series]))
                layers[layers.count - 1].missing = group.missing
            }
        }
        guard !layers.isEmpty else { throw .noData(mark: kind.rawValue) }
        return layers
    }

    private func layer(panel: PlotValue?, series: [Series]) -> Layer {
        var layer = Layer(kind: kind, panel: panel, series: series)
        layer.isMuted = isMuted
        // A mean is taken along x where y has categories.
        let isAlongX = kind == .histogram || (band != nil && series.first?.data.first?.y?.number == nil)
        layer.intervalAxis = isAlongX ? .x : intervalAxis
        layer.band = band
        layer.meaning = meaning
        return layer
    }

    /// The rows by panel and series, both in order of appearance.
    private func groups() throws(FigureError) -> [RowGroup] {
        // Numbers of panels and series are cheaper to compare than their names. The lists are empty where there are none:
        // each look into an optional list would count as one more owner of it.
        let panels = panel?.distinct.indices ?? []
        let (names, series) = by?.distinct ?? ([], [])
        let areFinite = [x, y, run].allSatisfy { $0?.isFinite ?? true }
        var places = Appearance<Int>()
        var groups: [RowGroup] = []
        for row in 0..<count {
            let panelNumber = panels.isEmpty ? 0 : panels[row]
            let seriesNumber = series.isEmpty ? 0 : series[row]
            let index = places.index(of: panelNumber * max(1, names.count) + seriesNumber)
            if index == groups.count {
                groups.append(RowGroup(panel: panel?[row], series: by?[row]))
                if let panel = panel?[row] { try self.place(of: row).check(panel, "the panel") }
                if let series = by?[row] { try self.place(of: row).check(series, "by") }
            }
            if let x, x.isMissing(row) {
                groups[index].missing += 1
            } else if let y, y.isMissing(row) {
                groups[index].missing += 1
                groups[index].gaps.append((x?[row], groups[index].data.count))
            } else if run != nil {
                if !areFinite { try checkAveraged(row) }
                groups[index].averagedRows.append(row)
            } else {
                groups[index].data.append(try datum(row, at: self.place(of: row)))
            }
        }
        return groups
    }

    private func place(of row: Int) -> RowPlace { RowPlace(mark: kind, series: by?[row], row: row + 1) }

    private func checkAveraged(_ row: Int) throws(FigureError) {
        for (column, channel) in [(x, "x"), (y, "y"), (run, "meanOver")] {
            if let column { try place(of: row).check(column[row], channel) }
        }
    }

    private func datum(_ row: Int, at place: RowPlace) throws(FigureError) -> Datum {
        var datum = Datum(x: x?[row], y: y?[row])
        if let x = datum.x { try place.check(x, "x") }
        if let y = datum.y { try place.check(y, "y") }
        if let interval = interval?[row] {
            try place.check(interval.low, "the interval's low end")
            try place.check(interval.high, "the interval's high end")
            guard interval.low <= interval.high else { throw place.inverted(interval) }
            datum.interval = interval
        }
        if let value = value?[row] {
            try place.check(value, "value")
            datum.value = value
        }
        if let dx = dx?[row], let dy = dy?[row] {
            try place.check(dx, "dx")
            try place.check(dy, "dy")
            datum.dx = dx
            datum.dy = dy
        }
        datum.text = text?[row]
        return datum
    }

    private func checkFixed() throws(FigureError) {
        for (index, datum) in fixed.enumerated() {
            let place = RowPlace(mark: kind, series: datum.text.map(PlotValue.category), row: index + 1)
            if let x = datum.x { try place.check(x, "x") }
            if let y = datum.y { try place.check(y, "y") }
        }
    }
}
