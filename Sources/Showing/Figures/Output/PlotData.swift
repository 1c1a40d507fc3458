import DeterministicMath
import Exhibits

/// Exactly what is plotted.
struct PlotData: PlotPart {
    let plot: Plot

    /// One row for each datum; a column that nothing fills is left out.
    var table: DataTable {
        // As the author wrote it, whatever way it is drawn.
        let layers = plot.isOnItsSide ? plot.onItsSide.layers : plot.layers
        var rows: [[String?]] = []
        for layer in layers where !layer.isContext {
            for series in layer.series {
                for datum in series.data {
                    let isMean = layer.band != nil
                    let value: AxisName = layer.intervalAxis
                    rows.append([
                        layer.kind.rawValue.lowercased(), layer.panel?.exactText, series.name?.exactText,
                        isMean && value == .x ? nil : datum.x?.exactText,
                        isMean && value == .y ? nil : datum.y?.exactText,
                        isMean ? datum[value]?.exactText : nil, datum.dx?.description, datum.dy?.description,
                        datum.interval?.low.description, datum.interval?.high.description, datum.count?.description,
                        datum.value?.description, datum.text,
                    ])
                }
            }
        }
        let names = ["mark", "panel", "series", "x", "y", "mean", "dx", "dy", "low", "high", "n", "value", "text"]
        let kinds = Set(layers.map(\.kind))
        let used = names.indices.filter { column in
            column == 0 ? kinds.count > 1 : rows.contains { $0[column] != nil }
        }
        return DataTable(columns: used.map { names[$0] }, rows: rows.map { row in used.map { row[$0] ?? "" } })
    }
}
