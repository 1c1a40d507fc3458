import TestSupport
import Testing

@testable import Sweeps

/// What is handed to `sbatch`; that Slurm takes it is tried in `Tests/Cluster`.
struct SlurmJobsTests {
    @Test func `tasks are said as ranges`() {
        #expect(SlurmJobs.ranges([0, 1, 2, 3, 7, 9, 10]) == "0-3,7,9-10")
        #expect(SlurmJobs.ranges([5]) == "5")
    }

    @Test func `only tasks with something left are submitted, and the merge follows whatever becomes of them`()
        async throws
    {
        let folder = try TemporaryFolder()
        let sweep = try Squares.sweep(in: folder.path)
        try await sweep.work(on: sweep.blocks(ofTask: 1, of: 4))
        let jobs = try #require(try SlurmJobs(sweep, program: "/bin/it's", tasks: 4, options: ["--time=5"]))
        #expect(jobs.array.contains("--array=0,2-3"))
        #expect(jobs.array.contains("--time=5"))
        #expect(
            jobs.array.last
                == "exec '/bin/it'\\''s' work 'plan.yml' --to '\(folder.path)' --task $SLURM_ARRAY_TASK_ID --of 4")
        #expect(jobs.merge(after: "17").contains("--dependency=afterany:17"))
        try await sweep.work(on: sweep.blocks)
        #expect(try SlurmJobs(sweep, program: "train", tasks: 4, options: []) == nil)
    }

    @Test func `there are no more tasks than blocks`() throws {
        let sweep = try Squares.sweep(in: "none")
        #expect(try SlurmJobs(sweep, program: "train", tasks: 1000, options: [])?.array.contains("--array=0-5") == true)
    }
}
