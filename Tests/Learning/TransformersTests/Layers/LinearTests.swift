import DeterministicMath
import Testing

import Autodiff
@testable import Transformers

@Suite struct LinearTests {
    @Test func `two layers learn a function that one layer can not`() {
        var generator = Xoshiro256StarStar(seed: 5)
        var parameters = Parameters()
        let hidden = Linear("hidden", inputs: 2, outputs: 16, in: &parameters, using: &generator)
        let output = Linear("output", inputs: 16, outputs: 2, in: &parameters, using: &generator)
        #expect(parameters.all.map(\.name) == ["hidden.weight", "hidden.bias", "output.weight", "output.bias"])

        var adam = Adam(rate: 0.05)
        var loss: Float = 1
        for _ in 0..<100 {
            let tape = Tape(parameters)
            let corners = tape.constant(Tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]))
            let logits = output(tape.relu(hidden(corners, on: tape)), on: tape)
            let error = tape.crossEntropy(logits, [0, 1, 1, 0])
            loss = error.value
            adam.step(&parameters, tape.gradient(of: error))
        }
        #expect(loss < 0.02)
    }
}
