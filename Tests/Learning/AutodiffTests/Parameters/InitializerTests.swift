import DeterministicMath
import Testing

@testable import Autodiff

@Suite struct InitializerTests {
    private func draws(_ initializer: Initializer) -> [Float] {
        var generator = Xoshiro256StarStar(seed: 3)
        return (0..<10_000).map { _ in initializer.draw(using: &generator) }
    }

    @Test func `constants are constant`() {
        #expect(Set(draws(.zeros)) == [0])
        #expect(Set(draws(.ones)) == [1])
    }

    @Test func `normal draws have their deviation`() {
        let draws = draws(.normal(deviation: 0.5)).map(Double.init)
        #expect(abs(draws.reduce(0, +) / 10_000) < 0.02)
        #expect(abs(draws.reduce(0) { $0 + $1 * $1 } / 10_000 - 0.25) < 0.01)
    }

    @Test func `uniform draws fill their bounds and stay in them`() {
        let draws = draws(.fan(in: 16))
        #expect(draws.min()! >= -0.25 && draws.min()! < -0.249)
        #expect(draws.max()! <= 0.25 && draws.max()! > 0.249)
    }
}
