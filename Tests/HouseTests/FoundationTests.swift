import Testing

/// `train` is one file that starts at once. With all of Foundation, which loads languages and time zones, it would not even link.
struct FoundationTests {
    @Test(arguments: ["Learning", "Systems", "Showing", "Commands/train"])
    func `what train is made of takes no more of Foundation than its essentials`(folder: String) throws {
        for file in try SourceFile.all(in: "Sources/\(folder)") where file.code.contains(#/import Foundation\n/#) {
            #expect(file.code.contains("#if canImport(FoundationEssentials)"), "\(folder)/\(file.path)")
        }
    }
}
