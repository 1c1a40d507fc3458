extension Plot {
    /// The figure with its axes exchanged, so that names that have no room below the plot stand beside it.
    var onItsSide: Plot {
        var plot = self
        (plot.x, plot.y) = (y, x)
        (plot.x.name, plot.y.name) = (.x, .y)
        plot.isOnItsSide.toggle()
        for layer in plot.layers.indices {
            plot.layers[layer].intervalAxis = layers[layer].intervalAxis == .x ? .y : .x
            for series in plot.layers[layer].series.indices {
                for index in plot.layers[layer].series[series].data.indices {
                    let datum = layers[layer].series[series].data[index]
                    plot.layers[layer].series[series].data[index].x = datum.y
                    plot.layers[layer].series[series].data[index].y = datum.x
                }
            }
        }
        return plot
    }
}
