import ArgumentParser

/// The flag that says how many threads compute.
struct ThreadOptions: ParsableArguments {
    @Option(
        help: "How many threads compute at the same time; without it, as many as can. The numbers do not depend on it.")
    var threads: Int?

    func validate() throws { if let threads { try require(threads >= 1, "--threads", threads, "at least 1") } }

    /// How many threads may compute.
    var count: Int { threads ?? .max }
}
