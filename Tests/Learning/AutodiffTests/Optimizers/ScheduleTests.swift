import Testing

@testable import Autodiff

@Suite struct ScheduleTests {
    @Test func `the rate rises, then falls along a straight line`() {
        let schedule = Schedule(peak: 4, warmup: 4, steps: 8, end: 0, decay: .linear)
        #expect((0..<10).map(schedule.rate) == [1, 2, 3, 4, 4, 3, 2, 1, 0, 0])
    }

    @Test func `half a cosine falls slowly at both ends`() {
        let schedule = Schedule(peak: 3, steps: 6, end: 1, decay: .cosine)
        let rates = (0...6).map(schedule.rate)
        #expect(rates[0] == 3)
        #expect(abs(rates[2] - 2.5) < 1e-6)
        #expect(abs(rates[3] - 2) < 1e-6)
        #expect(rates[6] == 1)
    }

    @Test func `a constant rate stays, whatever the end`() {
        let schedule = Schedule(peak: 2, steps: 5, end: 1, decay: .constant)
        #expect([0, 5, 100].map(schedule.rate) == [2, 2, 2])
    }
}
