import Testing

/// `train` is one file that starts at once. With all of Foundation, which has languages and time zones, it would be twice as large, and each
/// start would look through all of it.
struct FoundationTests {
    static let folders = ["Learning", "Systems", "Showing", "Commands/ChatModels", "Commands/train"]

    @Test(arguments: folders)
    func `what train is made of takes no more of Foundation than its essentials`(folder: String) throws {
        for file in try SourceFile.all(in: "Sources/\(folder)") where file.code.contains(#/import Foundation\n/#) {
            #expect(file.code.contains("#if canImport(FoundationEssentials)"), "\(folder)/\(file.path)")
        }
    }

    @Test(arguments: folders)
    func `of other packages train takes what reads arguments, and none that has all of Foundation`(folder: String)
        throws
    {
        let here = ["Swift", "FoundationEssentials", "Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin"]
        let known = Set(try modules().map { String($0.split(separator: "/")[1]) } + here + ["ArgumentParser"])
        for file in try SourceFile.all(in: "Sources/\(folder)") {
            for match in file.code.matches(of: #/(?m)^ *(?:@?\w+ )*import (?<name>\w+)/#) {
                #expect(known.contains(String(match.output.name)), "\(folder)/\(file.path)")
            }
        }
    }
}
