import Testing

@testable import Exhibits

struct NumberFormatTests {
    @Test(arguments: [
        (-47.449, 1, "−47.4"), (2.675, 2, "2.68"), (-0.04, 1, "0.0"), (0, 2, "0.00"), (999.95, 1, "1,000.0"),
        (1_234_567.891, 0, "1,234,568"), (0.5, 0, "1"), (1e-9, 3, "0.000"), (12, 3, "12.000"),
        (-1e21, 0, "−1,000,000,000,000,000,000,000"),
    ])
    func `a number has exactly the decimals that are asked for`(value: Double, places: Int, text: String) {
        #expect(NumberFormat.places(value, places) == text)
    }

    @Test(arguments: [
        (-8.937, "−8.94"), (0.333333, "0.333"), (123_456.7, "123,457"), (1.5, "1.5"), (100, "100"),
        (0.000123456, "0.000123"),
        (0.0000123456, "1.23 × 10⁻⁵"), (-2.5e20, "−2.5 × 10²⁰"), (0, "0"), (9.996, "10"), (99_999.6, "100,000"),
        (9.9996e-6, "1 × 10⁻⁵"),
    ])
    func `a number has three significant digits, but all of its whole part`(value: Double, text: String) {
        #expect(NumberFormat.significant(value, 3) == text)
    }

    @Test func `what is no number says so`() {
        #expect(NumberFormat.places(.nan, 1) == "NaN")
        #expect(NumberFormat.significant(-.infinity, 3) == "−∞")
    }

    @Test func `whole numbers have commas between thousands`() {
        #expect(NumberFormat.integer(1000) == "1,000")
        #expect(NumberFormat.integer(-1_234_567) == "−1,234,567")
        #expect(NumberFormat.integer(Int.min) == "−9,223,372,036,854,775,808")
        #expect(NumberFormat.integer(UInt64.max) == "18,446,744,073,709,551,615")
    }

    @Test func `a share is a percentage with a space that does not break`() {
        #expect(0.134.percent(1) == "13.4\u{a0}%")
        #expect(0.005.percent() == "1\u{a0}%")
        #expect((-0.5).percent() == "−50\u{a0}%")
    }

    @Test func `other programs read plain numbers`() {
        #expect(NumberFormat.plain(-12345.678, places: 2) == "-12345.68")
        #expect(NumberFormat.plain(0, places: 2) == "0.00")
    }
}
