import ArgumentParser
import ChatModels
import Transformers

/// `train chat`: a conversation with a checkpoint.
struct ChatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talks with a chat model: a line is said to it, and it answers, until there is none.")

    @OptionGroup var model: ModelOptions
    @Option(help: "The temperature of sampling; 0 for the most probable answer.") var temperature: Float = 0
    @Option(help: "The most tokens of an answer.") var maxCompletionLength = 256
    @Option(help: "Decides the samples.") var seed: UInt64 = 0

    func validate() throws {
        try require(temperature >= 0, "--temperature", temperature, "0 or more")
        try require(maxCompletionLength >= 1, "--max-completion-length", maxCompletionLength, "at least 1")
    }

    func run() throws {
        var session = try ChatSession(
            with: model.named(), sampler: temperature > 0 ? Sampler(temperature: temperature) : .greedy,
            limit: maxCompletionLength, seed: seed)
        while let line = asked() {
            session.answer(to: line) { printAtOnce($0) }
            printAtOnce("\n")
        }
    }

    /// The next line; a person is shown where to write it.
    private func asked() -> String? {
        if errorsGoToTerminal { writeError("> ") }
        return readLine()
    }
}
