import ArgumentParser
import DarkRoom
import Language
import OneNumber
import SixWords
import Sweeps

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// What sweeps make of each command: a row for each seed. The commands' own folder has the flags' defaults, on which results depend too.

extension RunCommand: Sweepable {
    static let sources = ["Commands/train", "Learning", "Systems/OneNumber"]
    static let columns = ["seed", "final mean", "ceiling", "digest"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) async throws -> [String] {
        let sweep = try await Sweep(running: seeds, settings: training.settings)
        return sweep.csv.split(separator: "\n").dropFirst().map(String.init)
    }
}

extension WordsCommand: Sweepable {
    static let sources = ["Commands/train", "Learning", "Systems/SixWords"]
    static let columns = ["seed", "frequency of positive words", "last loss"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) throws -> [String] {
        seeds.map { seed in
            let history = WordRun.history(seed: seed, settings: settings)
            return "\(seed),\(history.positiveFrequencies.last ?? 0),\(history.losses.last ?? 0)"
        }
    }
}

extension SourceCommand: Sweepable {
    static let sources = ["Commands/train", "Learning", "Systems/DarkRoom"]
    static let columns = ["seed", "expected return", "best return"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) throws -> [String] {
        let (room, goal) = (source.room, try goal())
        return seeds.map { seed in
            var agent = A2C(in: room, goal: goal, seed: seed, settings: source.settings, records: false)
            agent.run()
            return "\(seed),\(agent.policy.expectedReturn(for: goal)),\(room.optimalReturn(for: goal))"
        }
    }
}

extension GRPOCommand: Sweepable {
    static let sources = ["Commands/train", "Learning", "Systems/Language", "Commands/ChatModels"]
    static let fileFlags = ["model", "data", "test-data"]
    static let columns = ["seed", "reward of the last step", "accuracy", "greedy accuracy"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) async throws -> [String] {
        var rows: [String] = []
        for seed in seeds {
            let run = RunFolder("\(folder)/seed-\(seed)")
            try await train(in: run, seed: seed, resuming: !run.savedSteps().isEmpty) { _ in }
            let (reward, evaluation) = (try run.metrics().last?.reward, try run.evaluations().last)
            let numbers = [reward, evaluation?.accuracy, evaluation?.greedyAccuracy]
            rows.append("\(seed)" + numbers.map { ",\($0.map { "\($0)" } ?? "")" }.joined())
        }
        return rows
    }
}

extension SFTCommand: Sweepable {
    static let sources = GRPOCommand.sources
    static let fileFlags = GRPOCommand.fileFlags
    static let columns = ["seed", "last loss"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) async throws -> [String] {
        var rows: [String] = []
        for seed in seeds {
            let path = "\(folder)/seed-\(seed)"
            // Half a training knows no loss of the steps that were made: it is short, and begins anew.
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            var loss = ""
            try await train(in: path, seed: seed, resuming: false) { loss = "\($0.loss)" }
            rows.append("\(seed),\(loss)")
        }
        return rows
    }
}

extension DistillCommand: Sweepable {
    static let sources = SourceCommand.sources
    static let columns = ["seed", "last loss", "return of the last episode", "optimum of an episode"]

    func rows(for seeds: ClosedRange<UInt64>, folder: String) async throws -> [String] {
        var rows: [String] = []
        for seed in seeds {
            var plan = plan
            plan.seed = seed
            let run = DistillationFolder("\(folder)/seed-\(seed)")
            var training = try run.training(of: plan, resuming: (try? run.trainedModel()) != nil)
            try await run.train(&training, saveInterval: saveEvery, threads: threads.count)
            let (summary, optimum) = try await run.evaluation(
                onTrainingGoals: heldOut == 0, seed: seed, settings: EvaluationSettings(), threads: threads.count)
            let numbers = [training.losses.last.map(Double.init), summary.returns.last, optimum / Double(slots)]
            rows.append("\(seed)" + numbers.map { ",\($0.map { "\($0)" } ?? "")" }.joined())
        }
        return rows
    }
}
