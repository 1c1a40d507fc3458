import Autodiff
import Testing

@testable import Transformers

@Suite struct PackingTests {
    @Test func `positions go on after the prompt, and a prompt is there once`() {
        let packing = Packing([(2, [3, 0, 1]), (0, [2])])
        #expect(packing.rows == 8)
        #expect(packing.positions == [0, 1, 2, 3, 4, 2, 0, 1])
        #expect(packing.segments.map(\.start) == [0, 2, 5, 6])
        #expect(packing.segments.map(\.context) == [0, 2, 2, 0])
    }

    @Test(arguments: Examples.settings)
    func `a packed batch has the bits of its sequences read one by one, on every vector width`(
        settings: Decoder.Settings
    ) {
        let (decoder, parameters) = Examples.decoder(settings)
        let batch = Examples.batch(settings)
        var seen: Set<[Float]> = []
        for kernels in [128, 256, 512].compactMap(Kernels.init) {
            func scores(_ batch: TokenBatch) -> [Float] {
                let tape = Tape(parameters, recording: false, kernels: kernels)
                let scores = decoder.scores(batch, on: tape)
                return zip(scores.logProbabilities.values, scores.entropies.values).flatMap { [$0, $1] }
            }
            let packed = scores(batch)
            let single = batch.groups.flatMap { group in
                group.completions.flatMap { scores(TokenBatch([TokenGroup(prompt: group.prompt, completions: [$0])])) }
            }
            #expect(packed == single, "\(kernels.bits) bits")
            seen.insert(packed)
        }
        #expect(seen.count == 1)
    }

    @Test func `a row sees nothing that comes later, nor another completion`() {
        let (decoder, parameters) = Examples.decoder(Examples.settings[0])
        func hidden(_ completions: [[Int]]) -> [Float] {
            let batch = TokenBatch([TokenGroup(prompt: [1, 2, 3], completions: completions)])
            return decoder(batch, on: Tape(parameters, recording: false)).values
        }
        let before = hidden([[4, 5, 6, 7], [8, 9, 10]])
        let after = hidden([[4, 5, 11, 7], [8, 9, 10]])
        let rows = 32
        // Rows: 1 2 3, 4 5 6, 8 9.
        #expect(before[..<(5 * rows)] == after[..<(5 * rows)])
        #expect(before[(5 * rows)..<(6 * rows)] != after[(5 * rows)..<(6 * rows)])
        #expect(before[(6 * rows)...] == after[(6 * rows)...])
    }
}
