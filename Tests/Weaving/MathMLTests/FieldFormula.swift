import Foundation
import MathML
import TestSupport
import Testing

/// A formula of the field, from `Fixtures/field.tex`: a line `%% block: name` or `%% inline: name`, then its TeX.
struct FieldFormula: Sendable, CustomTestStringConvertible {
    let title: String
    let tex: String

    var testDescription: String { title }

    func mathML() throws(FormulaError) -> String {
        try Formula(parsing: tex).mathML(display: title.hasPrefix("block") ? .block : .inline)
    }

    static let folder = Repository.file("Tests/Weaving/MathMLTests/Fixtures")

    static let all: [FieldFormula] = {
        guard let text = try? String(contentsOf: folder.appending(path: "field.tex"), encoding: .utf8) else {
            return []
        }
        return text.split(separator: "%% ").map { part in
            let lines = part.split(separator: "\n", maxSplits: 1)
            return FieldFormula(
                title: String(lines[0]), tex: lines[1].trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }()
}
