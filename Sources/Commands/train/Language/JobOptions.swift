import ArgumentParser
import GRPO
import Language
import Ranks

/// The processes that train one model together, if the program was built with `--traits MPI` and started by `mpirun` or `srun`.
struct JobOptions: ParsableArguments {
    #if MPI
    @Option(help: "After how many seconds without a word from another process the job ends.") var stallLimit = 1800

    func validate() throws { try require(stallLimit >= 1, "--stall-limit", stallLimit, "at least 1") }
    #endif

    /// Joins the job.
    func join() throws -> Job {
        #if MPI
        let line = try MPIChannel(limit: .seconds(stallLimit))
        return Job(peers: line.size > 1 ? Ranks(on: line) : nil, isFirst: line.rank == 0) {
            if line.rank == 0, line.size > 1 { printError(line.report) }
            line.leave()
        }
        #else
        return Job(peers: nil, isFirst: true) {}
        #endif
    }
}

/// A job, as one of its processes sees it.
struct Job: Sendable {
    /// The others; nil if there are none.
    let peers: (any Peers)?
    /// Whether this process writes: one is enough, since all have the same bits.
    let isFirst: Bool
    /// Says goodbye to the others.
    let leave: @Sendable () -> Void

    /// Begins a run in each process, or goes on with it: the first prepares the folder, then the others read it.
    func beginning(_ begin: (_ isResumed: Bool) async throws -> GRPORun, resuming: Bool) async throws -> GRPORun {
        guard let peers else { return try await begin(resuming) }
        if !isFirst { _ = try peers.gathered([0]) }
        var run = try await begin(isFirst ? resuming : true)
        if isFirst { _ = try peers.gathered([0]) }
        // Nobody writes before all have read.
        _ = try peers.gathered([run.step])
        run.peers = peers
        return run
    }
}
