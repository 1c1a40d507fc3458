import ArgumentParser
import DarkRoom
import Language
import OneNumber
import SixWords
import Sweeps

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
