import Exhibits
import Testing

@testable import Figures

@Suite struct LostTextsTests {
    @Test func `a text without room is named in the note`() throws {
        let long = String(repeating: "a long remark ", count: 9) + "ends"
        let figure = Figure("t") {
            Line([1, 2], x: { $0 }, y: { $0 })
            Text(long, x: 1.5, y: 1.5)
        }
        let notes = try figure.drawn().notes
        #expect(notes == ["There is no room for all of “\(long)”."])
    }

    @Test func `a text that fits the wide layout only is named for narrow screens`() throws {
        let text = String(repeating: "a remark ", count: 8)
        let figure = Figure("t") {
            Line([1, 2], x: { $0 }, y: { $0 })
            Text(text, x: 1.5, y: 1.5)
        }
        #expect(try figure.drawn().notes == ["There is no room on a narrow screen for all of “\(text)”."])
    }

    @Test func `fits and texts stand in small multiples too`() throws {
        let rows = (0..<12).map { (panel: $0 % 2, x: Double($0 / 2), y: Double($0)) }
        let figure = Figure("t") {
            Fit(rows, x: { $0.x }, y: { $0.y })
            Text(rows.suffix(2), x: { $0.x }, y: { $0.y }, text: { "end \($0.panel)" })
        }
        let plot = try Plot(figure.facet({ $0.panel }, columns: 2))
        let texts = plot.labels(in: .wide).map(\.text)
        #expect(texts.filter { $0.hasPrefix("slope 2") }.count == 2)
        #expect(texts.contains("end 0") && texts.contains("end 1"))
    }
}
