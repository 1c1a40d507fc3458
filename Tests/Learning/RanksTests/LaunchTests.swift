import Testing

@testable import Ranks

@Suite struct LaunchTests {
    private func mistake(_ environment: [String: String], seen: Int) -> Launch.Mistake? {
        do {
            try Launch.check(seen: seen) { environment[$0] }
            return nil
        } catch { return error }
    }

    @Test func `a program of another MPI than its launcher's is told, before as many jobs of one write the same files`()
    {
        let job = ["SLURM_NTASKS": "4", "SLURM_PROCID": "2"]
        #expect(mistake(job, seen: 1) == .otherSize(started: 4, seen: 1, variable: "SLURM_NTASKS"))
        #expect(mistake(["PMI_SIZE": "2"], seen: 1) == .otherSize(started: 2, seen: 1, variable: "PMI_SIZE"))
        #expect(mistake(job, seen: 4) == nil)
    }

    @Test func `who is started by hand or by another launcher inside an allocation is no mistake`() {
        #expect(mistake([:], seen: 1) == nil)
        #expect(mistake(["SLURM_NTASKS": "4"], seen: 1) == nil)
        #expect(mistake(["SLURM_NTASKS": "4", "SLURM_PROCID": "0", "OMPI_COMM_WORLD_SIZE": "2"], seen: 2) == nil)
    }
}
