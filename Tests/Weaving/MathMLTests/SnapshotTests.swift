import Foundation
import MathML
import Testing

struct SnapshotTests {
    /// The markup of all formulas of the field, an element a line.
    private func rendered() throws -> String {
        try FieldFormula.all.map { formula in
            "%% \(formula.title)\n" + (try formula.mathML()).replacing("><", with: ">\n<") + "\n"
        }.joined(separator: "\n")
    }

    /// `RECORD_SNAPSHOTS=1` writes the snapshot anew, and fails so that no one records by accident.
    @Test func `the formulas of the field are as recorded`() throws {
        let snapshot = FieldFormula.folder.appending(path: "field.mathml")
        #expect(FieldFormula.all.count >= 60)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try rendered().write(to: snapshot, atomically: true, encoding: .utf8)
            Issue.record("recorded \(snapshot.path()); look at the difference before committing it")
            return
        }
        let recorded = try String(contentsOf: snapshot, encoding: .utf8)
        for (now, then) in zip(try rendered().split(separator: "%% "), recorded.split(separator: "%% ")) {
            #expect(now == then)
        }
        #expect(try rendered() == recorded)
    }

    @Test(arguments: FieldFormula.all)
    func `the markup is well-formed`(formula: FieldFormula) throws {
        #expect(flaw(in: try formula.mathML()) == nil)
    }
}
