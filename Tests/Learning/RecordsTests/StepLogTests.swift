import Records
import Testing

struct StepLogTests {
    private func number(_ values: [Double]) -> LoggedNumber {
        LoggedNumber(
            "loss", title: "The loss",
            points: values.enumerated().map { .init(step: 10 * $0.offset, value: $0.element) })
    }

    @Test func `a mean stands at the last of its steps`() {
        let means = number([1, 2, 3, 10, 4]).averaged(over: 3)
        #expect(means == [.init(step: 20, value: 2), .init(step: 30, value: 5), .init(step: 40, value: 17.0 / 3)])
    }

    @Test func `fewer steps than are averaged have no mean`() {
        #expect(number([1, 2]).averaged(over: 3).isEmpty)
        #expect(number([1, 2]).averaged(over: 1).map(\.value) == [1, 2])
    }
}
