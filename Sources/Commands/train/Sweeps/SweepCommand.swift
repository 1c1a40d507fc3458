import ArgumentParser
import Sweeps

/// `train sweep`: a grid of settings for many seeds, on one machine or many.
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Runs a plan: every combination of settings, for every seed.",
        discussion: """
            What is there already is not run again, so the same command goes on with a sweep that was stopped. `train sweep status`, \
            `merge` and `check` read the same plan; `train work` does one task of many, under any launcher.
            """,
        subcommands: [RunSweep.self, SweepStatus.self, MergeSweep.self, CheckSweep.self],
        defaultSubcommand: RunSweep.self)
}

/// A plan, and where its results are.
struct PlanOptions: ParsableArguments {
    @Argument(help: "The plan, a YAML file with command, settings, seeds and block.") var plan: String
    @Option(help: "The folder of the results; without it, the plan's name without its ending.") var to: String?

    func sweep() throws -> PlannedSweep {
        let plan = try SweepPlan(contentsOfFile: plan)
        let stem = self.plan.hasSuffix(".yml") ? String(self.plan.dropLast(4)) : self.plan + "-sweep"
        return try PlannedSweep(
            plan, folder: to ?? stem, program: Program.path,
            commands: [
                "run": RunCommand.self, "words": WordsCommand.self, "sft": SFTCommand.self, "grpo": GRPOCommand.self,
                "darkroom a2c": SourceCommand.self, "darkroom distill": DistillCommand.self,
            ])
    }
}

/// `train sweep PLAN`: computes what is missing, here or on a cluster.
struct RunSweep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Computes what is missing, and merges.")

    enum Engine: String, ExpressibleByArgument, CaseIterable { case here, slurm }

    @OptionGroup var plan: PlanOptions
    @Option(help: "Where the blocks are computed.") var on = Engine.here
    @Option(help: "How many tasks a cluster gets at most.") var tasks = 1000
    @Argument(parsing: .postTerminator, help: "What sbatch is told, such as --time=60 --partition=cpu.") var sbatch:
        [String] = []

    func validate() throws { try require(tasks >= 1, "--tasks", tasks, "at least 1") }

    func run() throws {
        let sweep = try plan.sweep()
        try waiting {
            switch on {
            case .here:
                try await sweep.work(on: sweep.blocks) { print($0.name) }
                print("Written to \(try await sweep.merge())")
            case .slurm:
                guard let jobs = try sweep.submit(program: Program.path, tasks: tasks, options: sbatch) else {
                    print("Nothing is missing. Written to \(try await sweep.merge())")
                    return
                }
                print("Submitted the array \(jobs.array) and its merge \(jobs.merge)")
            }
        }
    }
}

/// `train sweep status PLAN`.
struct SweepStatus: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Says which blocks are missing.")

    @OptionGroup var plan: PlanOptions

    func run() throws {
        let sweep = try plan.sweep()
        let missing = try sweep.missing()
        print("\(sweep.blocks.count - missing.count) of \(sweep.blocks.count) blocks are there")
        for block in missing { print("missing: \(block.name)") }
    }
}

/// `train sweep merge PLAN`.
struct MergeSweep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Writes merged.csv, once all blocks are there.")

    @OptionGroup var plan: PlanOptions
    @Option(help: "How many seconds it waits for files that a network shows late.") var patience = 90

    func validate() throws { try require(patience >= 0, "--patience", patience, "0 or more") }

    func run() throws {
        let (sweep, patience) = (try plan.sweep(), patience)
        print("Written to \(try waiting { try await sweep.merge(patience: .seconds(patience)) })")
    }
}

/// `train sweep check PLAN`.
struct CheckSweep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Computes some blocks again, and compares.",
        discussion: "What a cluster computed has the same bytes on a laptop. Another seed chooses other blocks.")

    @OptionGroup var plan: PlanOptions
    @Option(help: "How many blocks are compared.") var sample = 3
    @Option(help: "Chooses them.") var seed: UInt64 = 1

    func validate() throws { try require(sample >= 1, "--sample", sample, "at least 1") }

    func run() throws {
        let (sweep, sample, seed) = (try plan.sweep(), sample, seed)
        let same = try waiting {
            try await sweep.check(sample: sample, seed: seed) { print($0.name) }
        }
        print("\(same.count) blocks were computed again: the same bytes")
    }
}

/// `train work PLAN`: one task of a sweep.
struct WorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Does one task of a sweep: what is missing of every so many-th block.",
        discussion: """
            Under srun, mpirun and in arrays of Slurm the numbers need not be said. In a loop: \
            `for n in 0 1 2 3; do train work plan.yml --task $n --of 4 & done; wait; train sweep merge plan.yml`.
            """)

    @OptionGroup var plan: PlanOptions
    @Option(help: "Which task this is, from 0.") var task: Int?
    @Option(help: "How many tasks there are.") var of: Int?

    func run() throws {
        let sweep = try plan.sweep()
        guard let task = task ?? Program.rank, let count = of ?? Program.rankCount else {
            throw ValidationError("--task and --of are missing, and no launcher says which task this is")
        }
        let blocks = try sweep.blocks(ofTask: task, of: count)
        let done = try waiting { try await sweep.work(on: blocks) { print($0.name) } }
        print("Task \(task) of \(count): \(done) of \(blocks.count) blocks were missing")
    }
}
