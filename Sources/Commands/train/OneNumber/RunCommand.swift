import ArgumentParser
import OneNumber
import Records

/// `train run`: one run, or one for each of several seeds.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        // Parsed alone it is `train run` in messages, and does not look for a request for completions first.
        _superCommandName: "train",
        abstract: "Trains and logs.",
        discussion: """
            Prints the mean and standard deviation of each epoch's rewards, and writes run.json, epochs.csv and prompts.csv \
            into the log folder, where they replace those of an earlier run. The same flags give the same numbers, to the \
            last bit.
            """)

    @OptionGroup var training: TrainingOptions
    @Option(help: "The folder of the logs.") var logdir = "logs"
    @Option(help: "Decides the problem and all draws.") var seed: UInt64 = 1
    @Option(
        help: """
            Runs this many seeds from --seed on, in parallel, prints a line for each, and writes sweep.csv instead of the \
            logs of each epoch. A seed whose run fails is an error, and the others' lines and rows are written.
            """) var seeds: Int?
    @Flag(help: "Print nothing but the summary, as one JSON object (an array with --seeds).") var json = false
    @Flag(help: "Print nothing but the summary; a progress bar on a terminal.") var quiet = false
    @Flag(name: .customLong("no-log"), help: "Write no files.") var noLog = false

    func validate() throws {
        try requirePath("--logdir", logdir)
        guard let seeds else { return }
        try require((1...1_000_000).contains(seeds), "--seeds", seeds, "from 1 to 1000000")
        guard UInt64(seeds) - 1 <= UInt64.max - seed else {
            throw ValidationError("--seeds is \(seeds); from --seed \(seed) on there are not so many")
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        let sweep = try seeds.map(sweep) ?? Sweep(firstSeed: seed, outcomes: [.success(try train())])
        let seconds = (ContinuousClock.now - start) / .milliseconds(1)
        for message in sweep.messages { printError(message) }
        let summaries = sweep.summaries
        if json {
            print(try seeds == nil ? summaries[0].jsonLine() : summaries.jsonLine())
        } else {
            let time = ", \(seconds.rounded() / 1000) s"
            for summary in summaries { print(summary.line + (summaries.count == 1 ? time : "")) }
            if let line = sweep.line { print(line + time) }
        }
        if summaries.count < sweep.outcomes.count { throw ExitCode.failure }
    }

    /// One run, epoch by epoch.
    private func train() throws -> RunSummary {
        var progress = ProgressBar(total: training.settings.epochs, isShown: quiet)
        defer { progress.clear() }
        return try RunSummary(running: seed, settings: training.settings, loggingTo: noLog ? nil : logdir) {
            if !quiet, !json { print($0.line) }
            progress.show($0.epoch + 1)
        }
    }

    /// A run for each of `count` seeds.
    private func sweep(_ count: Int) throws -> Sweep {
        // The file is opened first: better to fail before the work than after it.
        let file = noLog ? nil : try OutputFolder(logdir).file("sweep.csv")
        let (seeds, settings) = (seed...seed + UInt64(count - 1), training.settings)
        let sweep = try waiting { try await Sweep(running: seeds, settings: settings) }
        try file?.write(sweep.csv)
        return sweep
    }
}
