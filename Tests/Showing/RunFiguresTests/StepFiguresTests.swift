import Figures
import Records
import RunFigures
import Testing

struct StepFiguresTests {
    private func log(_ name: String, steps: Int, numbers: [String]) -> StepLog {
        StepLog(
            name: name, note: "\(name): \(steps) steps.",
            numbers: numbers.map { number in
                LoggedNumber(
                    number, title: "The \(number)",
                    points: (0..<steps).map { .init(step: $0, value: Double($0 % 7) + Double(number.count)) })
            })
    }

    @Test func `runs share a picture for each number that one of them logged`() throws {
        let logs = [log("a", steps: 20, numbers: ["loss"]), log("b", steps: 30, numbers: ["gradient norm", "loss"])]
        let figures = try StepFigures(of: logs)
        #expect(figures.files.map(\.name) == ["loss.svg", "gradient-norm.svg", "index.html"])
        let page = figures.files[2].text
        #expect(page.contains("a: 20 steps.") && page.contains("b: 30 steps."))
        #expect(figures.files[0].text.contains("The loss"))
    }

    @Test func `a run of fewer steps than a mean is over is drawn all the same`() throws {
        let figures = try StepFigures(of: [log("short", steps: 3, numbers: ["reward"])])
        #expect(figures.files[0].text.contains("The reward"))
    }
}
