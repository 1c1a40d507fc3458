import DeterministicMath
import Exhibits
import Testing

struct EstimateTextTests {
    let estimate = MeanEstimate(of: [-9, -8, -10, -8.5])

    @Test func `an estimate is printed with its margin`() {
        #expect(estimate.places(1) == "−8.9\u{a0}±\u{a0}1.4")
        #expect(estimate.places(2) == "−8.88\u{a0}±\u{a0}1.36")
    }

    @Test func `a column of estimates stands flush right`() throws {
        let table = Table([estimate]) { Column("Gap", places: 1, \.self) }
        guard case .table(let contents) = try table.exhibited() else {
            Issue.record("a table is shown as a table")
            return
        }
        #expect(contents.rows == [["−8.9\u{a0}±\u{a0}1.4"]])
        #expect(contents.columns[0].isNumeric)
    }
}
