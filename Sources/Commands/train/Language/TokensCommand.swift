import ArgumentParser
import ChatModels

/// `train tokens`: a checkpoint's tokenizer.
struct TokensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract:
            "Turns texts into tokens: lines {\"text\"} in, {\"ids\"} out; special tokens are parsed, none is added.")

    @Option(help: "A folder with a tokenizer.json, or a GGUF file.") var model: String

    func run() throws {
        let tokenizer = try CheckpointFiles(model).tokenizer()
        try answerLines { (line: TokenLine) in line.answer(by: tokenizer) }
    }
}

/// `train logits`: what a checkpoint makes of tokens.
struct LogitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logits",
        abstract: "Prints logits: lines {\"prompt_ids\", \"completion_ids\"} in, "
            + "{\"top_ids\", \"top_logits\", \"logsumexp\", \"logprobs\"} out.")

    @Option(help: "A folder of a checkpoint, or a GGUF file.") var model: String

    func run() throws {
        let checkpoint = try CheckpointFiles(model).checkpoint()
        try answerLines { (line: LogitLine) in try line.answer(by: checkpoint) }
    }
}

/// Answers the lines of the standard input.
private func answerLines<Line: Decodable, Answer: Encodable>(by answer: (Line) throws -> Answer) throws {
    try ChatModels.answerLines(next: { readLine() }, write: { printAtOnce($0 + "\n") }, answer: answer)
}
