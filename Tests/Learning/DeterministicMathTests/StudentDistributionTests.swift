import DeterministicMath
import Testing

struct StudentDistributionTests {
    // Computed with 30 digits.
    @Test(arguments: [
        (1.0, 0.975, 12.706_204_736_174_693), (9, 0.975, 2.262_157_162_798_205), (99, 0.995, 2.626_405_457_280_827),
        (1e5, 0.975, 1.959_987_707_534_609), (2, 0.9999999, 2236.067_642_678_063), (1, 0.999999, 318309.886_173_590_3),
        (3, 0.6, 0.276_670_662_332_689_85), (7, 0.50001, 2.597_460_275_976_302_6e-05),
    ])
    func `quantiles agree with the exact ones`(freedom: Double, probability: Double, expected: Double) {
        let student = StudentDistribution(degreesOfFreedom: freedom)
        #expect(abs(student.quantile(probability) / expected - 1) < 1e-11)
        #expect(abs(student.quantile(1 - probability) / -expected - 1) < 1e-8)
    }

    @Test func `the median is zero`() {
        #expect(StudentDistribution(degreesOfFreedom: 4).quantile(0.5) == 0)
    }

    @Test(arguments: [1, 2.5, 10, 200])
    func `the tail is the integral of the density`(freedom: Double) {
        let student = StudentDistribution(degreesOfFreedom: freedom)
        // Simpson's rule from 0.5 to 3.
        let steps = 2000
        let width = 2.5 / Double(steps)
        let integral =
            (0...steps).map { step in
                let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
                return weight * student.density(0.5 + width * Double(step))
            }.sum() * width / 3
        #expect(abs(student.upperTail(0.5) - student.upperTail(3) - integral) < 1e-12)
        #expect(student.upperTail(0) == 0.5)
        #expect(abs(student.upperTail(-1) + student.upperTail(1) - 1) < 1e-15)
    }

    @Test func `one degree of freedom is Cauchy's distribution`() {
        #expect(abs(StudentDistribution(degreesOfFreedom: 1).upperTail(1) - 0.25) < 1e-14)
    }

    @Test(arguments: [1e-10, 1e-14, 1e-17, 1e-100])
    func `small probabilities keep their digits`(probability: Double) {
        // With two degrees of freedom the quantile has a closed form.
        let expected = (2 * probability - 1) / (2 * probability * (1 - probability)).squareRoot()
        let quantile = StudentDistribution(degreesOfFreedom: 2).quantile(probability)
        #expect(abs(quantile / expected - 1) < 1e-11)
    }
}
