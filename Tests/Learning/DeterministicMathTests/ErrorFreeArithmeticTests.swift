import Testing

@testable import DeterministicMath

struct ErrorFreeArithmeticTests {
    @Test func `a sum and its error keep what rounding would lose`() {
        let (sum, error) = exactSum(1e16, 1.25)
        #expect(sum == 1e16 + 1.25)
        #expect(sum == 10_000_000_000_000_002)
        #expect(error == -0.75)
    }

    @Test func `a product and its error agree with the fused operation`() {
        for (x, y) in zip(uniforms(from: -3, to: 3), uniforms(from: 1e5, to: 1e9)) {
            let (product, error) = exactProduct(x, y)
            #expect(error == (-product).addingProduct(x, y))
        }
    }

    @Test func `scaling by a power of two rounds once`() {
        #expect(scaled(1, byPowerOfTwo: -1074) == .leastNonzeroMagnitude)
        #expect(scaled(1.5, byPowerOfTwo: 1023) == 0x1.8p1023)
        #expect(scaled(.leastNonzeroMagnitude, byPowerOfTwo: 1074) == 1)
        #expect(scaled(0x1.8p0, byPowerOfTwo: -1074) == 2 * .leastNonzeroMagnitude)
    }
}
