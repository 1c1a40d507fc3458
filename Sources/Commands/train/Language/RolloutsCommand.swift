import ArgumentParser
import Language
import Records
import Trajectories

/// `train rollouts`: what a language model wrote while it was trained, as one text.
struct RolloutsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollouts",
        abstract: "Prints what a language model wrote in each step of its training by GRPO, and what that earned.",
        discussion: """
            Each rollout is a text `prompt: … completion: … reward: … ###`, as a language model can read it; with --json a line of \
            JSON. Steps come in the order of their numbers.
            """)

    @Argument(help: "The folder of `train grpo`.") var folder: String
    @Option(help: "The first step, from 0.") var from = 0
    @Option(help: "The last step; without it, that of the log.") var to: Int?
    @Option(help: "How many rollouts of each step are printed; without it, all.") var each: Int?
    @Flag(help: "Print a line of JSON for each rollout.") var json = false

    func validate() throws {
        try require(from >= 0, "--from", from, "0 or more")
        if let to { try require(to >= from, "--to", to, "at least --from") }
        if let each { try require(each >= 1, "--each", each, "at least 1") }
    }

    func run() throws {
        let log = RunFolder(folder).rolloutLog
        let epochs = log.epochs().filter { $0 >= from && $0 <= to ?? .max }
        guard !epochs.isEmpty else {
            throw ValidationError("\(log.path) holds no rollouts of these steps; `train grpo` writes them")
        }
        for epoch in epochs {
            for rollout in try log.rollouts(ofEpoch: epoch).prefix(each ?? .max) {
                print(json ? try rollout.jsonLine() : rollout.text())
            }
        }
    }
}
