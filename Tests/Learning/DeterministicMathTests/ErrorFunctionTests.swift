import DeterministicMath
import Foundation
import Testing

struct ErrorFunctionTests {
    @Test func `erf agrees with libm and is odd`() {
        let arguments = uniforms(from: -6, to: 6) + uniforms(from: -0.6, to: 0.6) + magnitudes(from: -600, to: 0)
        #expect(largestDistance(DeterministicMath.erf, from: Foundation.erf, over: arguments).units <= 3)
        #expect(arguments.allSatisfy { DeterministicMath.erf(-$0) == -DeterministicMath.erf($0) })
    }

    @Test func `erfc agrees with libm far out in the tail`() {
        let arguments = uniforms(from: -6, to: 6) + uniforms(from: 6, to: 26.5)
        #expect(largestDistance(DeterministicMath.erfc, from: Foundation.erfc, over: arguments).units <= 5)
    }

    @Test func `the error functions have the limits of the real ones`() {
        #expect(DeterministicMath.erf(0) == 0)
        #expect(DeterministicMath.erf(-0.0).sign == .minus)
        #expect(DeterministicMath.erf(.infinity) == 1)
        #expect(DeterministicMath.erf(-.infinity) == -1)
        #expect(DeterministicMath.erf(.nan).isNaN)
        #expect(DeterministicMath.erfc(.infinity) == 0)
        #expect(DeterministicMath.erfc(-.infinity) == 2)
        #expect(DeterministicMath.erfc(0) == 1)
        #expect(DeterministicMath.erfc(.nan).isNaN)
    }
}
