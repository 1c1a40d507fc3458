import Autodiff
import DeterministicMath
import Testing

@testable import Transformers

@Suite struct TurnedHeadTests {
    @Test func `logits of a turned head have the bits of the table's`() throws {
        for settings in Examples.settings where settings.head == .tied {
            let (decoder, parameters) = Examples.decoder(settings)
            var generator = Xoshiro256StarStar(seed: 4)
            let numbers = (0..<3 * settings.features).map { _ in Float(generator.normal()) }
            for kernels in [128, 256, 512].compactMap(Kernels.init) {
                let tape = Tape(parameters, recording: false, kernels: kernels)
                let hidden = tape.constant(Tensor([3, settings.features], numbers))
                let turned = try #require(TurnedHead(of: decoder, with: parameters))
                #expect(turned.logits(hidden, on: tape).values == decoder.logits(hidden, on: tape).values)
            }
        }
    }

    @Test func `a head of its own is not turned`() {
        for settings in Examples.settings where settings.head == .untied {
            let (decoder, parameters) = Examples.decoder(settings)
            #expect(TurnedHead(of: decoder, with: parameters).map { _ in () } == nil)
        }
    }
}
