import Testing
import Trajectories

struct LogProbabilityBinsTests {
    let bins = LogProbabilityBins()

    @Test func `a bin begins where its name says, and the last one has no end`() {
        #expect([0, -0.2499, -0.25, -1.6, -3.75, -80, -.infinity].map(bins.bin) == [0, 0, 1, 6, 15, 15, 15])
        #expect([0, 1, 6, 15].map(bins.name) == ["0.00", "0.25", "1.50", "3.75"])
    }

    @Test func `the middle of a bin lies in it`() {
        for bin in 0..<bins.count { #expect(bins.bin(of: bins.logProbability(of: bin)) == bin) }
        #expect(bins.logProbability(of: 6) == -1.625)
    }

    @Test func `rounding above certainty is certainty`() {
        #expect(bins.bin(of: 1e-7) == 0)
    }
}
