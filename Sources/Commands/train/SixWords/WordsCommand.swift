import ArgumentParser
import SixWords

/// `train words`: the six-word agent's run, with the lines that the original prints.
struct WordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "Trains the agent of six words and prints what it says in each iteration.")

    @Option(help: "The seed of the run.") var seed: UInt64 = 1
    @Option(help: "How many words the agent says.") var iterations = 100
    @Option(help: "How often the agent says any word, each as likely.") var epsilon = 0.01
    @Flag(name: .customLong("arg-max"), help: "Say the most probable word instead of drawing one.") var isArgMax = false

    func validate() throws {
        try require(iterations >= 1, "--iterations", iterations, "at least 1")
        try require((0...1).contains(epsilon), "--epsilon", epsilon, "from 0 to 1")
    }

    var settings: WordSettings {
        WordSettings(
            iterations: iterations, behavior: BehaviorPolicy(isArgMax ? .argMax : .sampling, epsilon: epsilon))
    }

    func run() {
        let history = WordRun.history(seed: seed, settings: settings) { print($0) }
        print("Frequency of positive words: \(history.positiveFrequencies.last ?? 0)")
    }
}
