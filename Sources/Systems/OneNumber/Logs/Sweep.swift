import DeterministicMath

/// A run for each of several seeds.
public struct Sweep: Sendable {
    /// How a seed's run ended.
    public typealias Outcome = Result<RunSummary, TrainingError>

    /// The first seed; the others follow one by one.
    public let firstSeed: UInt64
    /// How each seed's run ended, in the seeds' order.
    public let outcomes: [Outcome]

    /// Collects how runs of seeds from `firstSeed` on ended.
    public init(firstSeed: UInt64, outcomes: [Outcome]) {
        self.firstSeed = firstSeed
        self.outcomes = outcomes
    }

    /// Runs the seeds on all processors. A run that fails is an outcome, and stops no other; throws `CancellationError` once the
    /// task is cancelled.
    public init(running seeds: ClosedRange<UInt64>, settings: RunSettings) async throws {
        let outcomes = try await inParallel(seeds: seeds) { seed in
            Result { () throws(TrainingError) in try RunSummary(running: seed, settings: settings) }
        }
        self.init(firstSeed: seeds.lowerBound, outcomes: outcomes)
    }

    /// The runs that did not fail.
    public var summaries: [RunSummary] { outcomes.compactMap { try? $0.get() } }

    /// A line of CSV for each run that did not fail, under names.
    public var csv: String {
        let rows = summaries.map { summary in
            "\(summary.seed),\(summary.finalMean.map { "\($0)" } ?? ""),\(summary.ceiling),\(summary.digest)\n"
        }
        return "seed,final mean,ceiling,digest\n" + rows.joined()
    }

    /// What to say of each run that failed or got worse.
    public var messages: [String] {
        outcomes.enumerated().compactMap { place, outcome in
            switch outcome {
            case .success(let summary): summary.warning
            case .failure(let error): "error: seed \(firstSeed + UInt64(place)): \(error)"
            }
        }
    }

    /// The mean over the seeds, for people; nil if there are fewer than two final means.
    public var line: String? {
        let finals = summaries.compactMap(\.finalMean)
        guard finals.count > 1 else { return nil }
        let (final, ceiling) = (MeanEstimate(of: finals), summaries.map(\.ceiling).mean())
        return "\(finals.count) seeds: final mean \(plain(final.mean)) ± \(plain(final.standardDeviation)) "
            + "(95 % interval of the mean \(plain(final.interval.low)) to \(plain(final.interval.high))), "
            + "ceiling \(plain(ceiling))"
    }
}
