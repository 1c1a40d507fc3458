import ArgumentParser
import Language
import Transformers

/// `train merge`: adapters become part of their model.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Adds low-rank adapters to the weights of their model, and writes a folder that needs none.")

    @OptionGroup var model: ModelOptions
    @Option(help: "The folder that the model is written to.") var outputDir = "merged"

    func validate() throws { try requirePath("--output-dir", outputDir) }

    func run() throws {
        let adapted = try model.named()
        guard adapted.decoder.adapters != nil else {
            throw ValidationError("--model has no adapters to be merged; --adapter names some")
        }
        try ModelFolder(outputDir).write(adapted.merged())
        print("Written to \(outputDir)/")
    }
}
