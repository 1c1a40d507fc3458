/// What a launcher says of the job that it started a process in.
public enum Launch {
    /// Why a job can not begin.
    public enum Mistake: Error, Hashable, CustomStringConvertible {
        /// Processes were started together and do not know of each other.
        case otherSize(started: Int, seen: Int, variable: String)

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .otherSize(let started, let seen, let variable):
                """
                \(variable) says that \(started) processes were started, and MPI sees \(seen): the launcher speaks to another MPI than \
                this program was built with. With srun and Open MPI it takes --mpi=pmix
                """
            }
        }
    }

    /// Checks that MPI sees as many processes as the launcher started. MPICH's `mpirun` starting a program of Open MPI's, or `srun` with
    /// the wrong `--mpi`, gives as many jobs of one process as there should be ranks, each of which would write the same files.
    ///
    /// - Parameters:
    ///   - seen: how many processes MPI sees.
    ///   - environment: gives a variable's value.
    public static func check(seen: Int, environment: (String) -> String?) throws(Mistake) {
        for variable in ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_NTASKS"] {
            // In an allocation of Slurm a program that `srun` did not start has the variable too.
            if variable == "SLURM_NTASKS", environment("SLURM_PROCID") == nil { continue }
            guard let started = environment(variable).flatMap({ Int($0) }) else { continue }
            guard started == seen else { throw .otherSize(started: started, seen: seen, variable: variable) }
            return
        }
    }
}
