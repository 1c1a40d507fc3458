import Records

/// What is handed to Slurm for a sweep: an array of tasks, and a merge behind it. All state is in files, so nothing waits for the jobs
/// and nothing asks Slurm what became of them: the same command submits what is missing again.
struct SlurmJobs: Hashable, Sendable {
    /// The command that submits the array.
    let array: [String]
    private let name: String
    private let folder: String
    private let options: [String]
    private let mergeCommand: String

    /// Prepares the jobs for the tasks that have something left; nil if none has.
    ///
    /// - Parameters:
    ///   - program: the file of the program that works.
    ///   - tasks: how many tasks there would be if all blocks were missing.
    ///   - options: what else `sbatch` is told, such as `--time=60`.
    init?(_ sweep: PlannedSweep, program: String, tasks: Int, options: [String]) throws {
        let count = max(1, min(tasks, sweep.blocks.count))
        let missing = Set(try sweep.missing())
        let open = try (0..<count).filter { task in
            try sweep.blocks(ofTask: task, of: count).contains(where: missing.contains)
        }
        guard !open.isEmpty else { return nil }
        (folder, self.options) = (sweep.folder, options)
        name = "sweep-" + sweep.plan.command.joined(separator: "-")
        let plan = "\(Program.quoted(sweep.plan.path)) --to \(Program.quoted(sweep.folder))"
        mergeCommand = "\(Program.quoted(program)) sweep merge \(plan)"
        array =
            [
                "sbatch", "--parsable", "--array=\(Self.ranges(open))", "--requeue", "--open-mode=append",
                "--signal=B:USR1@120", "--job-name=\(name)", "--output=\(folder)/logs/%A_%a.txt",
            ] + options
            + ["--wrap", "exec \(Program.quoted(program)) work \(plan) --task $SLURM_ARRAY_TASK_ID --of \(count)"]
    }

    /// The command that submits the merge behind the array. It also begins when tasks failed: it says what is missing then.
    func merge(after array: String) -> [String] {
        [
            "sbatch", "--parsable", "--dependency=afterany:\(array)", "--job-name=\(name)-merge",
            "--output=\(folder)/logs/merge-%j.txt",
        ] + options + ["--wrap", "exec \(mergeCommand)"]
    }

    /// `0-3,7`: an array of many tasks is said shortly.
    static func ranges(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
            separator: ",")
    }
}

extension PlannedSweep {
    /// Submits what is missing to Slurm and returns at once.
    ///
    /// - Parameters:
    ///   - program: the file of the program that works, at the same place on every node.
    ///   - tasks: how many tasks there are at most; no more than the cluster's `MaxArraySize` allows.
    ///   - options: what else `sbatch` is told.
    /// - Returns: the numbers of the array and of the merge; nil if nothing is missing. Throws ``SweepError/refused(program:reason:)``.
    public func submit(program: String, tasks: Int, options: [String]) throws -> (array: String, merge: String)? {
        let setting = try Program.output(of: ["scontrol", "show", "config"]).split(separator: "\n")
            .first { $0.hasPrefix("MaxArraySize") }?.split(separator: " ").last.flatMap { Int($0) }
        guard let jobs = try SlurmJobs(self, program: program, tasks: min(tasks, setting ?? 1001), options: options)
        else {
            return nil
        }
        _ = try OutputFolder("\(folder)/logs")
        let array = try Program.output(of: jobs.array)
        return (array, try Program.output(of: jobs.merge(after: array)))
    }
}
