import Exhibits

/// Four colours can be told apart; what is done with more series than that.
extension [Layer] {
    /// The series that would need a colour each, in order of appearance.
    var coloredNames: [PlotValue] {
        var names: [PlotValue] = []
        for name in lazy.filter({ !$0.isMuted }).flatMap(\.series).compactMap(\.name) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// The layers with all series but `names` grey, and behind the others.
    func highlighting(_ names: [PlotValue]) -> [Layer] {
        let isColored = { (series: Series) in series.name.map(names.contains) ?? true }
        let context = compactMap { part(of: $0) { !isColored($0) } }.map { layer in
            var layer = layer
            layer.isMuted = true
            return layer
        }
        return context + compactMap { part(of: $0, isColored) }
    }

    /// The layers without names of series where each datum's place says the same: bars that are named by their axis need no
    /// colours.
    var withoutRepeatedNames: [Layer] {
        let isRepeated = allSatisfy { layer in
            layer.series.allSatisfy { series in
                series.name == nil || series.data.allSatisfy { $0.x == series.name || $0.y == series.name }
            }
        }
        guard isRepeated else { return self }
        return map { layer in
            var layer = layer
            layer.series = [Series(name: nil, data: layer.series.flatMap(\.data))]
            return layer
        }
    }

    /// A panel for each of the series `names`, with the lines of the others grey behind it; what has no name stands in every
    /// panel.
    func apart(_ names: [PlotValue]) -> [Layer] {
        flatMap { layer -> [Layer] in
            guard layer.series.contains(where: { $0.name != nil }), !layer.isMuted else { return [layer] }
            var missing = layer.missing
            return names.flatMap { name -> [Layer] in
                guard var own = part(of: layer, { $0.name == name }) else { return [] }
                own.panel = name
                own.missing = missing
                missing = 0
                for index in own.series.indices { own.series[index].name = nil }
                guard layer.kind == .line, var context = part(of: layer, { $0.name != name }) else { return [own] }
                (context.panel, context.isMuted, context.isContext) = (name, true, true)
                (context.band, context.missing) = (nil, 0)
                return [context, own]
            }
        }
    }
}

/// A layer with only such series; nil if there are none.
private func part(of layer: Layer, _ isSuch: (Series) -> Bool) -> Layer? {
    var layer = layer
    layer.series = layer.series.filter(isSuch)
    return layer.series.isEmpty ? nil : layer
}
