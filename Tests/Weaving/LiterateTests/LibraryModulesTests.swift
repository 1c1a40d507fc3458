import Foundation
import TestSupport
import Testing

@testable import Literate

/// In a suite with the others that use the folder of the one other package.
extension ForeignPackageTests {
    @Test func `an edit of a module runs the chapters that import it, also through another, and no others`()
        async throws
    {
        let package = try ForeignPackage()
        func write(_ text: String, to path: String) throws {
            let file = package.folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let manifest = try String(contentsOf: package.folder.appendingPathComponent("Package.swift"), encoding: .utf8)
        // A path of their own for some, as in this package.
        let wings = manifest.replacing("targets: [\"Dice\"]", with: "targets: [\"Dice\", \"Cards\"]").replacing(
            "    targets: [\n",
            with: """
                targets: [
                        .target(name: "Chance", path: "Code/Chance"),
                        .target(name: "Cards", dependencies: ["Chance"], path: "Code/Cards"),

                """)
        try write(wings, to: "Package.swift")
        let sources = [
            "Code/Chance/Chance.swift": "public let chance = 1\n",
            "Code/Cards/Cards.swift": "import Chance\n\npublic let cards = chance + 1\n",
            "Sources/Dice/Dice.swift": "public let dice = 3\n",
        ]
        for (path, text) in sources { try write(text, to: path) }
        try write("product: DiceRuntime\n", to: "chapters/book.yml")
        try write("# Dice\n\n```swift\nimport Dice\n```\n\n`{swift} dice`\n", to: "chapters/01-first.md")
        try write("# Cards\n\n```swift\nimport Cards\n```\n\n`{swift} cards`\n", to: "chapters/02-cards.md")
        try write("# Neither\n\n`{swift} 4`\n", to: "chapters/03-neither.md")
        _ = try await package.weave()
        func mustRun() async throws -> [String] {
            try await package.weaving.list().filter { $0.seconds == nil }.map(\.path)
        }
        #expect(try await mustRun() == [])
        func expect(_ chapters: [String], after path: String, is text: String) async throws {
            try write(text, to: path)
            #expect(try await mustRun() == chapters.map { "chapters/\($0).md" }, "\(path): \(text)")
            try write(sources[path]!, to: path)
        }
        try await expect(["01-first"], after: "Sources/Dice/Dice.swift", is: "public let dice = 4\n")
        try await expect(
            ["02-cards"], after: "Code/Cards/Cards.swift", is: "import Chance\npublic let cards = chance\n")
        try await expect(["02-cards"], after: "Code/Chance/Chance.swift", is: "public let chance = 2\n")
        try await expect([], after: "Code/Chance/Chance.swift", is: "// One.\npublic  let chance = 1  // more\n")
        try write(
            wings.replacing("path: \"Code/Cards\"", with: "path: \"Code/Cards\", swiftSettings: [.define(\"X\")]"),
            to: "Package.swift")
        #expect(try await mustRun() == ["chapters/02-cards.md"])
    }
}
