import DeterministicMath
import Foundation
import Testing

// libm is within a unit or so itself, hence the extra unit in every bound.
struct ExponentialTests {
    @Test func `exp agrees with libm from underflow to overflow`() {
        let arguments =
            uniforms(from: -745, to: 709.7) + uniforms(from: -1, to: 1) + [
                0, -0.0, .leastNonzeroMagnitude, 709.782712893384,
            ]
        #expect(largestDistance(DeterministicMath.exp, from: Foundation.exp, over: arguments).units <= 2)
    }

    @Test func `exp has the limits of the real function`() {
        #expect(DeterministicMath.exp(710) == .infinity)
        #expect(DeterministicMath.exp(.infinity) == .infinity)
        #expect(DeterministicMath.exp(-746) == 0)
        #expect(DeterministicMath.exp(-.infinity) == 0)
        #expect(DeterministicMath.exp(0) == 1)
        #expect(DeterministicMath.exp(-745.13) == .leastNonzeroMagnitude)
        #expect(DeterministicMath.exp(.nan).isNaN)
    }

    @Test func `expm1 agrees with libm also for tiny arguments`() {
        let arguments = uniforms(from: -40, to: 700) + uniforms(from: -1, to: 1) + magnitudes(from: -700, to: 0)
        #expect(largestDistance(DeterministicMath.expm1, from: Foundation.expm1, over: arguments).units <= 3)
        #expect(DeterministicMath.expm1(-0.0).sign == .minus)
        #expect(DeterministicMath.expm1(-.infinity) == -1)
        #expect(DeterministicMath.expm1(.infinity) == .infinity)
        #expect(DeterministicMath.expm1(.nan).isNaN)
    }

    @Test func `tanh agrees with libm and is odd`() {
        let arguments = uniforms(from: -25, to: 25) + uniforms(from: -2, to: 2) + magnitudes(from: -700, to: 0)
        #expect(largestDistance(DeterministicMath.tanh, from: Foundation.tanh, over: arguments).units <= 3)
        #expect(arguments.allSatisfy { DeterministicMath.tanh(-$0) == -DeterministicMath.tanh($0) })
        #expect(DeterministicMath.tanh(-0.0).sign == .minus)
        #expect(DeterministicMath.tanh(.infinity) == 1)
        #expect(DeterministicMath.tanh(-.infinity) == -1)
        #expect(DeterministicMath.tanh(.nan).isNaN)
    }
}
