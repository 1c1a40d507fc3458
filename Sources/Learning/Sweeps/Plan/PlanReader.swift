/// Reads the parts of a plan.
struct PlanReader {
    let path: String

    func error(_ node: PlanNode, _ flaw: SweepError.Flaw) -> SweepError {
        .plan(path: path, place: node.place, flaw: flaw)
    }

    /// One value, as it is written; never empty.
    func text(_ node: PlanNode, of key: String) throws(SweepError) -> String {
        guard let text = node.text, !text.isEmpty else { throw error(node, .notScalar(key)) }
        // Values stand in tables, whose columns end at commas.
        guard !text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else {
            throw error(node, .notPlain(text))
        }
        return text
    }

    func count(_ node: PlanNode, of key: String) throws(SweepError) -> UInt64 {
        let text = try text(node, of: key)
        guard let count = UInt64(text), (1...1_000_000).contains(count) else { throw error(node, .notCount(key, text)) }
        return count
    }

    /// `1-4000`, or one seed.
    func seeds(_ node: PlanNode) throws(SweepError) -> ClosedRange<UInt64> {
        let text = try text(node, of: "seeds")
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            UInt64($0.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace })
        }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
            last - first < 1_000_000_000
        else { throw error(node, .notSeeds(text)) }
        return first...last
    }

    func axes(_ node: PlanNode?) throws(SweepError) -> [SweepPlan.Axis] {
        guard let node else { return [] }
        guard let entries = node.entries else { throw error(node, .notMapping) }
        var axes: [SweepPlan.Axis] = []
        for (key, value) in entries {
            let flag = try text(key, of: "settings")
            guard flag != "seed", flag != "seeds" else { throw error(key, .seedIsSetting) }
            var values: [String] = []
            for node in value.list ?? [value] {
                let text = try text(node, of: flag)
                guard !values.contains(text) else { throw error(node, .twice(text, flag)) }
                values.append(text)
            }
            guard !values.isEmpty else { throw error(value, .notScalar(flag)) }
            axes.append(SweepPlan.Axis(flag: flag, values: values, place: key.place))
        }
        return axes
    }
}
