import Exhibits
import Testing

@testable import Figures

@Suite struct DataTests {
    @Test func `means have their interval and count`() throws {
        let runs = [0, 1].flatMap { seed in
            [0, 1].map { Run(epoch: $0, reward: Double($0 + 2 * seed), method: "window, 32", seed: seed) }
        }
        let figure = Figure("t") {
            Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .quantiles(0, 1))
        }
        #expect(
            try figure.drawn().csv == """
                series,x,mean,low,high,n
                "window, 32",0,1.0,0.0,2.0,2
                "window, 32",1,2.0,1.0,3.0,2

                """)
    }

    @Test func `several marks are told apart and quotes are doubled`() throws {
        let figure = Figure("t") {
            Dot([0.1], x: { $0 }, y: { 1 / 3 * $0 })
            Rule(y: 0, "the \"floor\"")
        }
        #expect(
            try figure.drawn().csv == """
                mark,x,y,text
                dot,0.1,0.03333333333333333,
                rule,,0.0,"the ""floor\"""

                """)
    }

    @Test func `every plotted row is there, not every pixel`() throws {
        let figure = Figure("t") { Line(Array(0..<5_000), x: { $0 }, y: { $0 % 7 }) }
        #expect(try figure.drawn().csv.split(separator: "\n").count == 5_001)
    }
}
