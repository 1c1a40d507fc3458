import ArgumentParser
import DeterministicMath
import OneNumber
import Records

/// `train run`: one run, or one for each of several seeds.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Trains and logs.",
        discussion: """
            Prints the mean and standard deviation of each epoch's rewards, and writes run.json, epochs.csv and prompts.csv \
            into the log folder, where they replace those of an earlier run. The same flags give the same numbers, to the \
            last bit.
            """)

    @OptionGroup var training: TrainingOptions

    @Option(help: "The folder of the logs.")
    var logdir = "logs"

    @Option(help: "Decides the problem and all draws.")
    var seed: UInt64 = 1

    @Option(
        help: """
            Runs this many seeds from --seed on, in parallel, prints a line for each, and writes sweep.csv instead of the \
            logs of each epoch. A seed whose run fails is an error, and the others' lines and rows are written.
            """)
    var seeds: Int?

    @Flag(help: "Print nothing but the summary, as one JSON object (an array with --seeds).")
    var json = false

    @Flag(help: "Print nothing but the summary; a progress bar on a terminal.")
    var quiet = false

    @Flag(name: .customLong("no-log"), help: "Write no files.")
    var noLog = false

    func validate() throws {
        guard !logdir.isEmpty else { throw ValidationError("--logdir is empty; it must be a folder's path") }
        if let seeds {
            guard (1...1_000_000).contains(seeds) else {
                throw ValidationError("--seeds is \(seeds); it must be from 1 to 1000000")
            }
            guard UInt64(seeds) - 1 <= UInt64.max - seed else {
                throw ValidationError("--seeds is \(seeds); from --seed \(seed) on there are not so many")
            }
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        let outcomes = if let seeds { try sweep(seeds) } else { [.success(try train())] as [Outcome] }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        for message in outcomes.enumerated().compactMap(message) { printError(message) }
        let summaries = outcomes.compactMap { try? $0.get() }
        try report(summaries, seconds: seconds)
        if summaries.count < outcomes.count { throw ExitCode.failure }
    }

    private typealias Outcome = Result<RunSummary, TrainingError>

    /// What to say of a run that failed or got worse; nil of any other.
    private func message(_ place: Int, _ outcome: Outcome) -> String? {
        switch outcome {
        case .success(let summary): summary.warning
        case .failure(let error): "error: seed \(seed + UInt64(place)): \(error)"
        }
    }

    /// One run, epoch by epoch.
    private func train() throws -> RunSummary {
        let problem = Problem(seed: seed)
        let settings = training.settings
        var run = try Run(of: problem, settings: settings, seed: seed)
        let log =
            noLog ? nil : try RunLog(folder: logdir, record: Run.Record(of: problem, settings: settings, seed: seed))
        var progress = ProgressBar(total: settings.epochs, isShown: quiet)
        defer { progress.clear() }
        do {
            for epoch in 0..<settings.epochs {
                let rewards = try run.step()
                if !quiet, !json {
                    print("Epoch \(epoch): \(plain(rewards.mean)) ± \(plain(rewards.standardDeviation))")
                }
                try log?.append(epoch: epoch, rewards: rewards, prompts: run.promptStatistics)
                progress.show(epoch + 1)
            }
        } catch let failure as TrainingError {
            // The epochs before the one that failed are not lost with it, nor is it lost if they can not be written.
            do { try log?.flush() } catch { printError("\(error)") }
            throw failure
        }
        try log?.flush()
        return RunSummary(seed: seed, problem: problem, history: run.history)
    }

    /// A run for each of `count` seeds, on all processors.
    private func sweep(_ count: Int) throws -> [Outcome] {
        let settings = training.settings
        // The file is opened first: better to fail before the work than after it.
        let file = noLog ? nil : try OutputFolder(logdir).file("sweep.csv")
        let seeds = seed...(seed + UInt64(count - 1))
        let outcomes = try waiting {
            try await inParallel(seeds: seeds) { seed in
                Result { () throws(TrainingError) in try RunSummary(running: seed, settings: settings) }
            }
        }
        let rows = outcomes.compactMap { try? $0.get() }.map {
            "\($0.seed),\($0.finalMean.map { "\($0)" } ?? ""),\($0.ceiling),\($0.digest)\n"
        }
        try file?.write("seed,final mean,ceiling,digest\n" + rows.joined())
        return outcomes
    }

    private func report(_ summaries: [RunSummary], seconds: Double) throws {
        guard !json else { return print(try seeds == nil ? summaries[0].jsonLine() : summaries.jsonLine()) }
        let time = "\((seconds * 1000).rounded() / 1000) s"
        let finals = summaries.compactMap(\.finalMean)
        if summaries.count == 1 {
            print("\(summaries[0].line), \(time)")
            return
        }
        for summary in summaries { print(summary.line) }
        if finals.count > 1 {
            let (final, ceiling) = (MeanEstimate(of: finals), summaries.map(\.ceiling).mean())
            print(
                "\(finals.count) seeds: final mean \(plain(final.mean)) ± \(plain(final.standardDeviation)) "
                    + "(95 % interval of the mean \(plain(final.interval.low)) to \(plain(final.interval.high))), "
                    + "ceiling \(plain(ceiling)), \(time)")
        }
    }
}
