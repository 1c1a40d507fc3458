import GRPO
import Testing
import Transformers

struct RolloutTests {
    @Test func `completions stand group by group, each prompt once`() async {
        let sampled = await ObjectiveUpdateTests.Sampled()
        let rollout = sampled.rollout
        #expect(rollout.promptOfCompletion == [0, 0, 0, 1, 1, 1, 2, 2, 2])
        #expect(rollout.completions.count == 9 && rollout.lengths == rollout.completions.map(\.tokens.count))
        #expect(rollout.isTruncated == rollout.completions.map { $0.tokens.last != 1 })
        #expect(rollout.batch.scoredTokens == rollout.completions.flatMap(\.tokens))
        let prompts = rollout.prompts.map(\.count).reduce(0, +)
        #expect(rollout.batch.packing.rows == prompts + rollout.lengths.map { $0 - 1 }.reduce(0, +))
    }
}
