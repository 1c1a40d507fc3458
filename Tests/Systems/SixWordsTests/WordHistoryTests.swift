import DeterministicMath
import SixWords
import Testing

struct WordHistoryTests {
    @Test func `a history has a loss and a frequency for each iteration, a probability for every tenth`() {
        let history = WordRun.history(seed: 1, settings: WordSettings(iterations: 25))
        #expect(history.losses.count == 25)
        #expect(history.positiveFrequencies.count == 25)
        #expect(history.positiveProbabilities.count == 3)
    }

    @Test func `the frequency is the share of positive words so far`() {
        var said: [Utterance] = []
        let history = WordRun.history(seed: 2) { said.append($0) }
        #expect(said.map(\.iteration) == Array(0..<100))
        for count in [1, 10, 100] {
            let positive = said[..<count].filter { $0.score > 0 }.count
            #expect(abs(history.positiveFrequencies[count - 1] - Double(positive) / Double(count)) < 1e-12)
        }
    }

    @Test func `the probabilities are those of the agent before, on the way and after`() {
        var run = WordRun(seed: 5)
        let before = run.agent.positiveProbability()
        for _ in 0..<20 { _ = run.step() }
        let history = WordRun.history(seed: 5, settings: WordSettings(iterations: 20))
        #expect(history.positiveProbabilities.first == before)
        #expect(history.positiveProbabilities.last == run.agent.positiveProbability())
        #expect(history.agent.policy() == run.agent.policy())
    }

    @Test func `a thousand words teach nearly all there is to learn`() {
        let history = WordRun.history(seed: 1, settings: WordSettings(iterations: 1000))
        #expect(history.agent.positiveProbability() > 0.94)
    }

    @Test func `the bits of a run are recorded`() {
        var digest = Digest()
        digest.combine(WordRun.history(seed: 1).losses)
        #expect(digest.description == "da2f8934e9573480")
    }
}
