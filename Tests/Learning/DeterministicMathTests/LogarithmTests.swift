import DeterministicMath
import Foundation
import Testing

struct LogarithmTests {
    static let arguments =
        magnitudes(from: -744, to: 709).map(abs) + uniforms(from: 0.5, to: 2) + [.leastNonzeroMagnitude, 0x1p-1030, 1]

    @Test func `log agrees with libm from the smallest number to the largest`() {
        #expect(largestDistance(DeterministicMath.log, from: Foundation.log, over: Self.arguments).units <= 2)
    }

    @Test func `log2 and log10 agree with libm`() {
        #expect(largestDistance(DeterministicMath.log2, from: Foundation.log2, over: Self.arguments).units <= 2)
        // glibc's log10 is itself up to two units off.
        #expect(largestDistance(DeterministicMath.log10, from: Foundation.log10, over: Self.arguments).units <= 3)
    }

    @Test func `log2 is exact at every power of two`() {
        #expect(
            (-1022...1023).allSatisfy {
                DeterministicMath.log2(Double(sign: .plus, exponent: $0, significand: 1)) == Double($0)
            })
    }

    @Test func `log10 is exact at every power of ten`() {
        #expect((-307...308).allSatisfy { DeterministicMath.log10(DeterministicMath.pow10($0)) == Double($0) })
    }

    @Test func `log1p agrees with libm also for tiny arguments`() {
        let arguments =
            uniforms(from: -0.999, to: 3) + magnitudes(from: -700, to: -1) + magnitudes(from: 1, to: 700).map(abs) + [
                .leastNonzeroMagnitude
            ]
        #expect(largestDistance(DeterministicMath.log1p, from: Foundation.log1p, over: arguments).units <= 2)
        #expect(DeterministicMath.log1p(-0.0).sign == .minus)
    }

    @Test func `logarithms have the limits of the real function`() {
        for logarithm in [DeterministicMath.log, DeterministicMath.log2, DeterministicMath.log10] {
            #expect(logarithm(0) == -.infinity)
            #expect(logarithm(-0.0) == -.infinity)
            #expect(logarithm(.infinity) == .infinity)
            #expect(logarithm(-1).isNaN)
            #expect(logarithm(.nan).isNaN)
            #expect(logarithm(1) == 0)
        }
        #expect(DeterministicMath.log1p(-1) == -.infinity)
        #expect(DeterministicMath.log1p(-1.5).isNaN)
        #expect(DeterministicMath.log1p(.infinity) == .infinity)
        #expect(DeterministicMath.log1p(.nan).isNaN)
    }
}
