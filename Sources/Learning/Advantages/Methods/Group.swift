import DeterministicMath

extension AdvantageMethod {
    /// Which standard deviation a group has.
    public enum Deviation: String, Hashable, Sendable, Codable, CaseIterable {
        /// √(Σ (r - μ)² / n)
        case population
        /// √(Σ (r - μ)² / (n - 1))
        case sample
    }

    /// Each reward against the rewards of the same prompt in the same batch: Â = (r - μ_g) / (σ_g + ε). A prompt that is in the
    /// batch once has no advantage. Nothing is remembered from batch to batch.
    ///
    /// Group relative policy optimisation's advantage (Shao et al., "DeepSeekMath", 2024, section 4.1: GRPO), with the population
    /// standard deviation.
    public static let group = group(deviation: .population)

    /// `group` with a choice of the standard deviation: programs that train language models by GRPO mostly take the sample's, and an
    /// ε of 1e-4.
    public static func group(deviation: Deviation) -> AdvantageMethod {
        AdvantageMethod(Group(deviation: deviation))
    }
}

struct Group: AdvantageRule {
    var deviation: AdvantageMethod.Deviation

    var name: String { "group" }
    var summary: String { "the rewards of its prompt in the batch" }
    func statistics() -> any RewardStatistics { GroupStatistics(deviation: deviation) }
}

struct GroupStatistics: BatchGroupStatistics {
    let deviation: AdvantageMethod.Deviation
    var groups = BatchGroups()

    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] {
        groups.map(rewards, for: prompts) {
            Baseline(asked(of: $0), epsilon: epsilon)
        } _: {
            $1.advantage(of: $0)
        }
    }

    /// The moments of a group, with the variance that is asked for.
    private func asked(of group: Moments) -> Moments {
        guard deviation == .sample, group.count > 1 else { return group }
        var moments = group
        moments.variance *= Double(group.count) / Double(group.count - 1)
        return moments
    }
}
