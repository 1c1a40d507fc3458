import SixWords
import Testing

struct UtteranceTests {
    @Test func `an iteration prints its number, its loss and its word`() {
        var run = WordRun(seed: 1)
        #expect(
            (0..<3).map { _ in run.step().description } == [
                "Iteration 0, Loss: 0.0, Word: angry",
                "Iteration 1, Loss: 0.0, Word: angry",
                "Iteration 2, Loss: 2.252805, Word: joyful",
            ])
    }
}
