import Autodiff
import DeterministicMath
import TestSupport
import Testing

@testable import Transformers

@Suite struct DecoderMemoryTests {
    /// Inputs of some sequences, as embeddings.
    private func inputs(_ settings: Decoder.Settings, rows: Int) -> [Float] {
        var generator = Xoshiro256StarStar(seed: 4)
        return (0..<rows * settings.features).map { _ in Float(generator.normal()) }
    }

    @Test(arguments: Examples.settings)
    func `reading step by step gives the bits of reading the whole`(settings: Decoder.Settings) {
        let (decoder, parameters) = Examples.decoder(settings)
        let (count, length, d) = (3, 35, settings.features)
        let numbers = inputs(settings, rows: count * length)
        for kernels in [128, 256, 512].compactMap(Kernels.init) {
            let tape = Tape(parameters, recording: false, kernels: kernels)
            let whole = decoder.logits(
                decoder(
                    tape.constant(Tensor([count * length, d], numbers)), .sequences(count, length: length), on: tape),
                on: tape
            ).values
            let memory = DecoderMemory(of: decoder, rows: count, capacity: length)
            for position in 0..<length {
                let rows = (0..<count).map { $0 * length + position }
                let x = rows.flatMap { numbers[$0 * d..<($0 + 1) * d] }
                let next = decoder.next(tape.constant(Tensor([count, d], x)), memory, on: tape).values
                let expected = rows.flatMap { whole[$0 * settings.vocabulary..<($0 + 1) * settings.vocabulary] }
                #expect(next == expected, "position \(position), \(kernels.bits) bits")
            }
        }
    }

    @Test func `a memory that forgot reads as if it were new`() {
        let (decoder, parameters) = Examples.decoder(Examples.settings[2])
        let tape = Tape(parameters, recording: false)
        let memory = DecoderMemory(of: decoder, rows: 2, capacity: 3)
        let first = decoder.next([1, 2], memory, on: tape).values
        _ = decoder.next([3, 4], memory, on: tape)
        memory.forget()
        #expect(decoder.next([1, 2], memory, on: tape).values == first)
    }

    @Test func `rows that leave do not change those that stay`() {
        let (decoder, parameters) = Examples.decoder(Examples.settings[0])
        let tape = Tape(parameters, recording: false)
        func last(keeping: [Int], tokens: [[Int]]) -> [Float] {
            let memory = DecoderMemory(of: decoder, rows: 3, capacity: 4)
            _ = decoder.next(tokens[0], memory, on: tape)
            memory.keep(keeping)
            return decoder.next(tokens[1], memory, on: tape).values
        }
        let all = last(keeping: [0, 1, 2], tokens: [[1, 2, 3], [4, 5, 6]])
        #expect(last(keeping: [0, 2], tokens: [[1, 2, 3], [4, 6]]) == Array(all[..<19] + all[38...]))
    }

    @Test func `a position beyond the capacity is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (decoder, parameters) = Examples.decoder(Examples.settings[0])
            let memory = DecoderMemory(of: decoder, rows: 1, capacity: 2)
            let tape = Tape(parameters, recording: false)
            for _ in 0...2 { _ = decoder.next([1], memory, on: tape) }
        }
        expectMessage("decoder: 1×2 can not be followed by 1×32, with room for 2", in: result)
    }

    @Test func `the memory of another decoder is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (decoder, parameters) = Examples.decoder(Examples.settings[0])
            let (other, _) = Examples.decoder(Examples.settings[1])
            let memory = DecoderMemory(of: other, rows: 1, capacity: 2)
            _ = decoder.next([1], memory, on: Tape(parameters, recording: false))
        }
        expectMessage("the memory is of another decoder", in: result)
    }

    @Test func `a tape that records is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (decoder, parameters) = Examples.decoder(Examples.settings[0])
            let memory = DecoderMemory(of: decoder, rows: 1, capacity: 2)
            _ = decoder.next([1], memory, on: Tape(parameters))
        }
        expectMessage("a decoder's memory needs a tape that does not record", in: result)
    }
}
