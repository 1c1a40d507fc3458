import Testing

@testable import Autodiff

@Suite struct ShardsTests {
    private let parameters = Parameters(ones: [3])

    @Test func `the mean of the shards is the whole`() async {
        let theta = parameters.all[0]
        let (loss, gradient) = await parameters.gradient(shards: 4) { tape, shard in
            tape.sum(tape.value(of: theta) * Float(shard))
        }
        #expect(loss == 4.5)
        #expect(gradient[theta].values == [1.5, 1.5, 1.5])
    }

    @Test func `shards can be terms of a sum, and say what else they found`() async {
        let theta = parameters.all[0]
        let (loss, gradient, findings) = await parameters.gradient(shards: 3, combining: .sum) { tape, shard in
            (tape.sum(tape.value(of: theta) * Float(shard)), "shard \(shard)")
        }
        #expect(loss == 9)
        #expect(gradient[theta].values == [3, 3, 3])
        #expect(findings == ["shard 0", "shard 1", "shard 2"])
    }

    @Test func `the number of threads changes no bit`() async {
        let theta = parameters.all[0]
        var seen: Set<[Float]> = []
        for threads in [1, 2, 3, 7] {
            let (loss, gradient) = await parameters.gradient(shards: 7, threads: threads) { tape, shard in
                tape.sum(tape.exp(tape.value(of: theta) * (0.1 * Float(shard))))
            }
            seen.insert(gradient[theta].values + [loss])
        }
        #expect(seen.count == 1)
    }
}
