import Exhibits
public import Records

extension RunSummary {
    /// A line for people.
    public var line: String {
        let final = finalMean.map { "final mean \(plain($0)), " } ?? "no epochs, "
        return "Seed \(seed): \(final)ceiling \(plain(ceiling))"
    }

    /// What to say of a run that got worse; nil if it did not.
    public var warning: String? {
        guard hasDiverged else { return nil }
        return "warning: seed \(seed) diverged: the expected reward went from \(plain(expectedAtStart)) "
            + "to \(plain(expectedAtEnd)); "
            + "a smaller --step-size, such as 0.3, or a larger --train-batch-size helps"
    }
}

extension RecordedEpoch {
    /// A line for people.
    public var line: String { "Epoch \(epoch): \(plain(mean)) ± \(plain(deviation))" }
}

/// A number with two decimals.
func plain(_ value: Double) -> String { NumberFormat.plain(value, places: 2) }
