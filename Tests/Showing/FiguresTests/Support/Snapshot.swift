import Foundation
import TestSupport
import Testing

/// Compares `text` with the committed snapshot of this name.
///
/// With `RECORD_SNAPSHOTS=1` it writes the snapshot and fails, so that no recording passes for a test.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Repository.file("Tests/Showing/FiguresTests/Snapshots").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let difference = zip(text.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
    let words = difference.map { "now \($0.0)\nwas \($0.1)" } ?? "another length"
    Issue.record("\(name): \(words)", sourceLocation: sourceLocation)
}
