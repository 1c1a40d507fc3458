import ArgumentParser
import Foundation
import Literate

@main
struct Weave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weave",
        abstract: "Weaves chapters of Markdown and Swift into a site whose every number was just computed.",
        subcommands: [Build.self, Check.self, Keep.self, List.self, New.self, PreviewCommand.self, Tangle.self],
        defaultSubcommand: Build.self)
}
