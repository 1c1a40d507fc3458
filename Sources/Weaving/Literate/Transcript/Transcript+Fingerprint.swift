import DeterministicMath
import Exhibits

extension Transcript {
    /// Eight digits that name all that the program printed, showed, checked and said in sentences.
    var fingerprint: String {
        var digest = Digest()
        for (index, cell) in cells.sorted(by: { $0.key < $1.key }) {
            digest.combine("cell \(index)")
            digest.combine(cell.output)
            for claim in cell.claims { digest.combine(claim) }
            for exhibit in cell.exhibits {
                switch exhibit {
                case .figure(let figure): digest.combine(figure.csv)
                case .table(let table): for row in table.rows { for text in row { digest.combine(text) } }
                }
            }
        }
        for (index, text) in inlines.sorted(by: { $0.key < $1.key }) { digest.combine("inline \(index) \(text)") }
        return String(digest.description.prefix(8))
    }
}
