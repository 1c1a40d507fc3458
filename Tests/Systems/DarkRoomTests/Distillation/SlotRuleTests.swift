import DeterministicMath
import Testing

@testable import DarkRoom

struct SlotRuleTests {
    /// 100 episodes of one step, the first reward in episode `first`.
    private func stream(first: Int?) -> Histories.Stream {
        let steps = (0..<100).map {
            Step(cell: 0, action: .noop, reward: $0 == first ? 1 : 0, time: 0, logProbability: 0)
        }
        return Histories(in: Room(episodeLength: 1), goals: [.cell(0)], steps: [[steps]]).streams[0]
    }

    private func episodes(_ rule: SlotRule, slots: Int, first: Int?) -> [Set<Int>] {
        var generator = Xoshiro256StarStar(seed: 1)
        let stream = stream(first: first)
        return (0..<slots).map { slot in
            Set((0..<300).map { _ in rule.episode(slot, of: stream, using: &generator) })
        }
    }

    @Test func `a stride is sampled whole, and ends with the history`() {
        #expect(
            episodes(.stride(20), slots: 6, first: nil)
                == [Set(0..<20), Set(20..<40), Set(40..<60), Set(60..<80), Set(80..<100), [99]])
    }

    @Test func `a gate shows every episode up to the first reward, then strides`() {
        #expect(
            episodes(.gatedStride(10), slots: 6, first: 2)
                == [[0], [1], [2], Set(3..<13), Set(13..<23), Set(23..<33)])
    }

    @Test func `a jump goes from the first reward to the last episodes`() {
        #expect(episodes(.gatedJump(last: 5), slots: 3, first: 0) == [[0], Set(95..<100), Set(95..<100)])
        #expect(episodes(.gatedJump(last: 5), slots: 3, first: nil) == [[0], [1], [2]])
    }

    @Test func `the expert is the last episodes alone`() {
        #expect(episodes(.last(3), slots: 2, first: 0) == [Set(97..<100), Set(97..<100)])
    }
}
