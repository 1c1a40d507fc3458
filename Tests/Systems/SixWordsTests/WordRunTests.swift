import DeterministicMath
import SixWords
import Testing

struct WordRunTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `the first loss is 0, since the baseline takes in the score first`(seed: UInt64) {
        var run = WordRun(seed: seed)
        #expect(run.step().loss == 0)
        #expect(abs(run.baseline.value) == 1)
    }

    @Test func `a loss is minus the log-probability times score less mean`() {
        var run = WordRun(seed: 1)
        var scores: [Double] = []
        for _ in 0..<20 {
            let policy = run.agent.policy()
            let utterance = run.step()
            scores.append(utterance.score)
            let probability = policy[utterance.heard.index][utterance.said.index]
            #expect(abs(utterance.loss + log(probability) * (utterance.score - scores.mean())) < 1e-4)
        }
        #expect(scores.contains(1) && scores.contains(-1))
    }

    @Test func `an importance weight is the agent's probability over the behaviour's`() {
        let behavior = BehaviorPolicy(epsilon: 0.9)
        var plain = WordRun(seed: 4, settings: WordSettings(behavior: behavior))
        var weighted = WordRun(seed: 4, settings: WordSettings(behavior: behavior, isImportanceWeighted: true))
        // The first loss is 0 and so the first agent is kept; the second losses are of the same word.
        _ = (plain.step(), weighted.step())
        var (a, b) = (plain.step(), weighted.step())
        while a.loss == 0 { (a, b) = (plain.step(), weighted.step()) }
        var generator = Xoshiro256StarStar(seed: 4)
        let probability = WordAgent(using: &generator).policy()[a.heard.index][a.said.index]
        let said = 0.1 * probability + 0.9 / 6
        #expect(a.said == b.said)
        #expect(abs(b.loss / a.loss - probability / said) < 1e-5)
        #expect(abs(b.loss / a.loss - 1) > 1e-3)
    }

    @Test func `an agent that prefers negative words and never explores learns nothing`() throws {
        let settings = WordSettings(behavior: BehaviorPolicy(.argMax, epsilon: 0))
        let seed = try #require(
            (1...50 as ClosedRange<UInt64>).first { WordRun(seed: $0).agent.prefersNegativeWords() })
        let history = WordRun.history(seed: seed, settings: settings)
        #expect(history.losses.allSatisfy { $0 == 0 })
        #expect(history.positiveFrequencies.last == 0)
        #expect(history.agent.policy() == WordRun(seed: seed).agent.policy())
    }

    @Test func `a seed gives the same run, and another seed another`() {
        #expect(WordRun.history(seed: 7).losses == WordRun.history(seed: 7).losses)
        #expect(WordRun.history(seed: 7).losses != WordRun.history(seed: 8).losses)
    }

    @Test func `runs with other settings start from the same agent`() {
        let argMax = WordSettings(behavior: BehaviorPolicy(.argMax))
        #expect(WordRun(seed: 3).agent.policy() == WordRun(seed: 3, settings: argMax).agent.policy())
    }
}
