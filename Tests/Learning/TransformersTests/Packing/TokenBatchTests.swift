import TestSupport
import Testing

@testable import Transformers

@Suite struct TokenBatchTests {
    @Test func `every token of a completion is scored after what comes before it`() {
        let batch = TokenBatch([
            TokenGroup(prompt: [5, 6], completions: [[7, 8, 9], [7]]),
            TokenGroup(prompt: [], completions: [[1, 2, 3]]),
        ])
        #expect(batch.tokens == [5, 6, 7, 8, 1, 2])
        #expect(batch.scoredTokens == [7, 8, 9, 7, 2, 3])
        #expect(batch.scoredRows == [1, 2, 3, 1, 4, 5])
        #expect(batch.completionRanges == [0..<3, 3..<4, 4..<6])
    }

    @Test func `shards are runs of whole groups of about the same size, in order`() {
        let groups = [3, 40, 2, 2, 30, 9, 1, 1].map {
            TokenGroup(prompt: [1], completions: [[Int](repeating: 2, count: $0)])
        }
        let batch = TokenBatch(groups)
        for count in 1...10 {
            let shards = batch.shards(count)
            #expect(shards.flatMap(\.groups) == groups)
            #expect(shards.count <= count)
            #expect(shards.allSatisfy { !$0.groups.isEmpty })
        }
        #expect(batch.shards(2).map(\.groups.count) == [3, 5])
    }

    @Test func `a completion without tokens is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = TokenBatch([TokenGroup(prompt: [1], completions: [[2], []])])
        }
        expectMessage("a completion without tokens", in: result)
    }
}
