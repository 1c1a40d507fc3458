import ArgumentParser
import DeterministicMath
import OneNumber

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `train run`: one run, or one for each of several seeds.
struct RunCommand: AsyncParsableCommand {
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

    func run() async throws {
        do {
            let start = ContinuousClock.now
            let outcomes = if let seeds { try await sweep(seeds) } else { [SeedOutcome(try train())] }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let summaries = outcomes.compactMap(\.summary)
            for message in outcomes.compactMap(\.message) { printError(message) }
            try report(summaries, seconds: seconds)
            if summaries.count < outcomes.count { throw ExitCode.failure }
        } catch let error as TrainingError {
            printError("error: \(error)")
            throw ExitCode.failure
        } catch let error as FileError {
            printError("\(error)")
            throw ExitCode.failure
        }
    }

    /// One run, epoch by epoch.
    private func train() throws -> Summary {
        let problem = Problem(seed: seed)
        let record = RunRecord(seed: seed, settings: training.settings, problem: problem)
        var run = try Run(of: problem, settings: training.settings, seed: seed)
        let log = noLog ? nil : try RunLog(folder: logdir, record: record)
        var progress = ProgressBar(total: training.numEpochs, isShown: quiet)
        defer { progress.clear() }
        do {
            for epoch in 0..<training.numEpochs {
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
        return Summary(seed: seed, problem: problem, history: run.history)
    }

    /// A run for each of `count` seeds, on all processors.
    private func sweep(_ count: Int) async throws -> [SeedOutcome] {
        let settings = training.settings
        // The file is opened first: better to fail before the work than after it.
        var file: OutputFile?
        if !noLog {
            try makeFolder(logdir)
            file = try OutputFile(path: "\(logdir)/sweep.csv")
        }
        let outcomes = try await inParallel(seeds: seed...(seed + UInt64(count - 1))) { seed in
            SeedOutcome(running: seed, settings: settings)
        }
        let rows = outcomes.compactMap(\.summary).map {
            "\($0.seed),\($0.finalMean.map { "\($0)" } ?? ""),\($0.ceiling),\($0.digest)\n"
        }
        try file?.write(("seed,final mean,ceiling,digest\n" + rows.joined()).utf8)
        return outcomes
    }

    private func report(_ summaries: [Summary], seconds: Double) throws {
        guard !json else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let data = seeds == nil ? try encoder.encode(summaries[0]) : try encoder.encode(summaries)
            print(String(decoding: data, as: UTF8.self))
            return
        }
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
