extension SweepPlan {
    /// Where a combination goes wrong that a command refuses: at the first setting that is refused by itself, or, where only
    /// several together are, at the last one without which the others pass; at the first one if none stands out.
    func place(ofRefused block: SweepBlock, by command: any Sweepable.Type) -> PlanPlace {
        func passes(_ settings: [SweepBlock.Setting]) -> Bool {
            let part = SweepBlock(command: block.command, settings: settings, seeds: block.seeds, code: block.code)
            return (try? command.parse(part.arguments)) != nil
        }
        let places = axes.indices
        // A command that wants some setting refuses each of them by itself, and then that says nothing.
        let alone = passes([]) ? places.first { !passes([block.settings[$0]]) } : nil
        let together = places.last { left in
            passes(places.filter { $0 != left }.map { block.settings[$0] })
        }
        return (alone ?? together ?? places.first).map { axes[$0].place } ?? commandPlace
    }
}
