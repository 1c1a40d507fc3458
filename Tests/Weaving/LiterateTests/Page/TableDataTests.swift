import Exhibits
import Testing

@testable import Literate

@Suite struct TableDataTests {
    @Test func `numbers are written for other programs, and a margin has a column of its own`() {
        let table = TableContents(
            columns: [
                .init(title: "Method, step", isNumeric: false), .init(title: "Gap", isNumeric: true),
                .init(title: "Epoch", isNumeric: true),
            ],
            rows: [["leave−one", "−8.9 ± 0.4", "1,000"], ["none", "", "–"]])
        #expect(table.data.csv == "\"Method, step\",Gap,Gap ±,Epoch\nleave−one,-8.9,0.4,1000\nnone,,,–\n")
    }
}
