import DeterministicMath
import Foundation
import Testing

struct TrigonometryTests {
    static let arguments =
        uniforms(from: -20, to: 20) + magnitudes(from: -300, to: 709)
        + [
            0.7853981633974483, 0.7853981633974484, 1.5707963267948966, 3.141592653589793, 1e22,
            .greatestFiniteMagnitude,
        ]

    @Test func `sin agrees with libm for every finite angle`() {
        #expect(largestDistance(DeterministicMath.sin, from: Foundation.sin, over: Self.arguments).units <= 2)
    }

    @Test func `cos agrees with libm for every finite angle`() {
        #expect(largestDistance(DeterministicMath.cos, from: Foundation.cos, over: Self.arguments).units <= 2)
    }

    @Test func `the double nearest to a multiple of a quarter turn keeps all its digits`() {
        // Computed with 3000 bits; glibc is eight units off here.
        #expect(DeterministicMath.cos(0x1.6ac5b262ca1ffp+849) == -4.687_165_924_254_627_6e-19)
    }

    @Test func `zero, infinity and NaN`() {
        #expect(DeterministicMath.sin(-0.0).sign == .minus)
        #expect(DeterministicMath.cos(0) == 1)
        #expect(DeterministicMath.sin(.infinity).isNaN)
        #expect(DeterministicMath.cos(-.infinity).isNaN)
        #expect(DeterministicMath.sin(.nan).isNaN)
    }
}
