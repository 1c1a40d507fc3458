import Advantages
import ArgumentParser
import Foundation
import OneNumber
import Testing

@testable import train

struct TrainingOptionsTests {
    @Test func `without flags the run is the original's`() throws {
        #expect(try TrainingOptions.parse([]).settings == RunSettings())
    }

    @Test func `every flag reaches its setting`() throws {
        let options = try TrainingOptions.parse([
            "--num-epochs", "10", "--sample-batch-size", "100", "--train-batch-size", "30", "--advantage", "ema",
            "--ema-decay", "0.8", "--stat-tracking-min-count", "3", "--duplicates", "mean", "--step", "adam",
            "--step-size",
            "0.5",
        ])
        let expected = RunSettings(
            epochs: 10, batchSize: 100, trainBatchSize: 30, advantage: .ema(decay: 0.8, minimumCount: 3),
            duplicates: .mean,
            step: .adam(size: 0.5))
        #expect(options.settings == expected)
    }

    @Test func `the help says what parts of 16 do, and what each advantage is`() {
        let help = RunCommand.helpMessage(columns: 10_000)
        #expect(help.contains("16 diverges, and the run ends with a warning. With --step-size 0.3 it learns."))
        let discussion = help.components(separatedBy: "Each reward is measured against:").last ?? ""
        for method in AdvantageMethod.choices {
            #expect(discussion.contains("(\(method.name)"), "\(method)")
        }
    }

    @Test func `parts of 16 learn at the step size that the help names`() throws {
        let settings = try TrainingOptions.parse(["--train-batch-size", "16", "--step-size", "0.3"]).settings
        let problem = Problem(seed: 1)
        let history = try problem.run(settings: settings, seed: 1)
        let summary = RunSummary(seed: 1, problem: problem, history: history)
        #expect(summary.warning == nil)
        #expect(summary.finalMean! > -20)
    }

    @Test(arguments: AdvantageMethod.choices)
    func `every advantage can be asked for`(method: AdvantageMethod) throws {
        let settings = try TrainingOptions.parse(["--advantage", method.name, "--num-epochs", "2"]).settings
        #expect(try Problem(seed: 1).run(settings: settings, seed: 1).meanRewards.count == 2)
    }

    @Test(arguments: [
        (["--num-epochs=-1"], "--num-epochs is -1; it must be at least 0"),
        (["--num-epochs", "many"], "The value 'many' is invalid for '--num-epochs <num-epochs>'"),
        (["--sample-batch-size", "0"], "--sample-batch-size is 0; it must be at least 1"),
        (["--train-batch-size", "0"], "--train-batch-size is 0; it must be from 1 to --sample-batch-size, 256"),
        (["--train-batch-size", "257"], "--train-batch-size is 257; it must be from 1 to --sample-batch-size, 256"),
        (
            ["--stat-tracking-buffer-size", "8"],
            "--stat-tracking-min-count is 16; it must be at most --stat-tracking-buffer-size, 8"
        ),
        (["--sample-batch-size", "1000001"], "--sample-batch-size is 1000001; it must be at most 1000000"),
        (
            ["--stat-tracking-buffer-size", "9223372036854775807"],
            "--stat-tracking-buffer-size is 9223372036854775807; it must be at most 1000000"
        ),
        (["--stat-tracking-min-count", "0"], "--stat-tracking-min-count is 0; it must be at least 1"),
        (["--advantage", "ema", "--ema-decay", "1"], "--ema-decay is 1.0; it must be between 0 and 1, both excluded"),
        (
            ["--advantage", "ema", "--ema-decay", "nan"],
            "--ema-decay is nan; it must be between 0 and 1, both excluded"
        ),
        (
            ["--advantage", "batch", "--ema-decay", "2"],
            "--ema-decay is 2.0; it must be between 0 and 1, both excluded"
        ),
        (
            ["--advantage", "group", "--stat-tracking-buffer-size", "0"],
            "--stat-tracking-buffer-size is 0; it must be at least 1"
        ),
        (["--step-size", "0"], "--step-size is 0.0; it must be positive and finite"),
        (["--advantage", "luck"], "The value 'luck' is invalid for '--advantage <advantage>'"),
        (["--duplicates", "first"], "The value 'first' is invalid for '--duplicates <duplicates>'"),
        (["--epochs", "3"], "Unknown option '--epochs'"),
    ])
    func `nonsense is refused by its flag's name`(arguments: [String], message: String) {
        let error = #expect(throws: (any Error).self) { try TrainingOptions.parse(arguments) }
        #expect(TrainingOptions.message(for: error!).contains(message))
        #expect(TrainingOptions.exitCode(for: error!) == .validationFailure)
    }

    @Test(arguments: [
        (["--seeds", "0"], "--seeds is 0; it must be from 1 to 1000000"),
        (["--seeds", "1000001"], "--seeds is 1000001; it must be from 1 to 1000000"),
        (["--logdir", ""], "--logdir is empty; it must be a folder's path"),
        (
            ["--seeds", "2", "--seed", "18446744073709551615"],
            "from --seed 18446744073709551615 on there are not so many"
        ),
        (["--seed=-1"], "The value '-1' is invalid for '--seed <seed>'"),
    ])
    func `seeds and a log folder that can not be are refused`(arguments: [String], message: String) {
        let error = #expect(throws: (any Error).self) { try RunCommand.parse(arguments) }
        #expect(RunCommand.message(for: error!).contains(message))
    }
}
