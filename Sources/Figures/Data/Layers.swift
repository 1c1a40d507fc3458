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
        let (keys, groups) = try groups()
        var layers: [Layer] = []
        for (key, group) in zip(keys, groups) {
            let series = Series(name: key.series, data: try group.finished(key, as: self))
            if let index = layers.firstIndex(where: { $0.panel == key.panel }) {
                layers[index].series.append(series)
            } else {
                layers.append(layer(panel: key.panel, series: [series]))
            }
        }
        return layers
    }

    private func layer(panel: PlotValue?, series: [Series]) -> Layer {
        var layer = Layer(kind: kind, panel: panel, series: series)
        layer.isMuted = isMuted
        // A mean is taken along x where y has categories.
        layer.intervalAxis = band != nil && series.first?.data.first?.y?.number == nil ? .x : intervalAxis
        layer.band = band
        layer.meaning = meaning
        return layer
    }

    /// The rows by panel and series, both in order of appearance.
    private func groups() throws(FigureError) -> ([RowGroup.Key], [RowGroup]) {
        var (panels, names) = (Appearance<PlotValue?>(), Appearance<PlotValue?>())
        var places = Appearance<RowGroup.Place>()
        var keys: [RowGroup.Key] = []
        var groups: [RowGroup] = []
        for row in 0..<count {
            let place = RowGroup.Place(panel: panels.index(of: panel?[row]), series: names.index(of: by?[row]))
            let index = places.index(of: place)
            if index == groups.count {
                keys.append(RowGroup.Key(panel: panel?[row], series: by?[row]))
                groups.append(RowGroup())
                if let panel = keys[index].panel { try self.place(of: row).check(panel, "the panel") }
                if let series = keys[index].series { try self.place(of: row).check(series, "by") }
            }
            if let run, let x, let y {
                if !(x[row].isFinite && y[row].isFinite && run[row].isFinite) {
                    try self.place(of: row).check(x[row], "x")
                    try self.place(of: row).check(y[row], "y")
                    try self.place(of: row).check(run[row], "meanOver")
                }
                try groups[index].add(x[row], y[row], run: run[row], mark: kind)
            } else {
                groups[index].add(try datum(row, at: self.place(of: row)))
            }
        }
        return (keys, groups)
    }

    private func place(of row: Int) -> RowPlace { RowPlace(mark: kind, series: by?[row], row: row + 1) }

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
