import DeterministicMath
import Exhibits
import Testing

@testable import Literate

@Suite struct TableDataTests {
    private func csv(_ rows: [[String]]) -> String {
        TableContents(
            columns: [
                .init(title: "Method, step", isNumeric: false), .init(title: "Gap", isNumeric: true),
                .init(title: "Epoch", isNumeric: true),
            ], rows: rows
        ).data.csv
    }

    @Test func `numbers are written for other programs, and a margin has a column of its own`() {
        // As the book writes them: "\(mean.places(1))\u{a0}±\u{a0}\(margin.places(1))".
        let estimate = MeanEstimate(of: [-9.3, -8.5]).places(1)
        #expect(
            csv([["leave−one", estimate, "1,000"], ["none", "", "–"]])
                == "\"Method, step\",Gap,Gap ±,Epoch\nleave−one,-8.9,5.1,1000\nnone,,,\n")
    }

    @Test func `the unit of percentages stands in the title`() {
        let share = 0.041.percent(1)
        #expect(csv([["a", share, "1"], ["b", "", "2"]]) == "\"Method, step\",Gap %,Epoch\na,4.1,1\nb,,2\n")
    }
}
