import Autodiff
import DeterministicMath
import Testing

struct AdamMemoryTests {
    @Test func `a training that goes on from a memory has the same bits`() throws {
        var generator = Xoshiro256StarStar(seed: 3)
        var whole = Parameters()
        let weight = whole.add("weight", [3, 5], .normal(deviation: 1), using: &generator)
        var (adam, parts) = (Adam(rate: 0.1, betas: (0.9, 0.99), weightDecay: 0.01), whole)
        #expect(adam.memory(of: whole) == nil)

        func gradient(_ parameters: Parameters) -> Gradient {
            let tape = Tape(parameters)
            let x = tape.value(of: weight)
            return tape.gradient(of: tape.sum(x * x))
        }
        for _ in 0..<6 { adam.step(&whole, gradient(whole)) }

        var first = Adam(rate: 0.1, betas: (0.9, 0.99), weightDecay: 0.01)
        for _ in 0..<3 { first.step(&parts, gradient(parts)) }
        let memory = try #require(first.memory(of: parts))
        #expect(memory.means.all == parts.all && memory.powers.count == 2)
        var second = Adam(rate: 0.1, betas: (0.9, 0.99), weightDecay: 0.01)
        second.restore(memory)
        for _ in 0..<3 { second.step(&parts, gradient(parts)) }
        #expect(parts[weight].values == whole[weight].values)
    }
}
