import DeterministicMath
import Testing

struct PowerOfTenTests {
    @Test func `powers of ten are the numbers their literals denote`() {
        #expect(pow10(0) == 1)
        #expect(pow10(-3) == 1e-3)
        #expect(pow10(23) == 1e23)
        #expect(pow10(308) == 1e308)
        #expect(pow10(-323) == 2 * .leastNonzeroMagnitude)
    }

    @Test func `powers of ten beyond the range of doubles are zero or infinite`() {
        #expect(pow10(309) == .infinity)
        #expect(pow10(-324) == 0)
        #expect(pow10(Int.min) == 0)
    }
}
