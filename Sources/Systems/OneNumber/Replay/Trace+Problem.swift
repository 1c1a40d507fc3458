public import Advantages
public import Records

extension Trace {
    /// The problem that was learned.
    public var problem: Problem {
        Problem(
            prompts: prompts.indices.map { index in
                Prompt(
                    name: prompts[index],
                    index: index,
                    slot: parameterIndex[index],
                    sigma: sampleStd[index],
                    label: label[index]
                )
            },
            initialParameters: initialParameters
        )
    }

    /// How advantages were computed. A window longer than any prompt's rewards is as good as one of their length, and a
    /// minimum that none reaches as good as one more; both cost no more memory than the trace itself.
    public var method: AdvantageMethod {
        guard mode == .buffer else { return .batch }
        let counts = trace.lazy.flatMap(\.prompt).reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
        let beyond = (counts.values.max() ?? 0) + 1
        return .window(length: min(bufferSize, beyond), minimumCount: min(minimumCount, beyond))
    }
}
