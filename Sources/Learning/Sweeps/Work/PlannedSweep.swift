/// A plan whose commands were understood, and the folder of its results.
///
/// ```
/// FOLDER/blocks/ab/KEY.csv   a block that was computed (see ``BlockStore``)
/// FOLDER/runs/KEY/           what long runs of a block need to go on, and their logs
/// FOLDER/merged.csv          all of it
/// ```
public struct PlannedSweep: Sendable {
    /// The plan.
    public let plan: SweepPlan
    /// Its blocks, in the order of the merged table.
    public let blocks: [SweepBlock]
    /// Where the results are.
    public let folder: String
    /// The columns of the merged table.
    public let columns: [String]

    private let command: any Sweepable.Type

    /// Where the blocks are.
    public var store: BlockStore { BlockStore("\(folder)/blocks") }

    /// Checks every combination of settings before anything is computed.
    ///
    /// - Parameters:
    ///   - program: the file of the program that runs; see ``SourceDigest``.
    ///   - commands: the commands that can be swept, by their words.
    public init(
        _ plan: SweepPlan, folder: String, program: String, commands: KeyValuePairs<String, any Sweepable.Type>
    ) throws {
        let name = plan.command.joined(separator: " ")
        guard let command = commands.first(where: { $0.key == name })?.value else {
            throw SweepError.plan(
                path: plan.path, place: plan.commandPlace, flaw: .unknownCommand(name, known: commands.map(\.key)))
        }
        for block in try plan.blocks(code: "") where block.seeds.contains(plan.seeds.lowerBound) {
            do { _ = try command.parse(block.arguments) } catch {
                throw SweepError.plan(
                    path: plan.path, place: plan.place(ofRefused: block, by: command),
                    flaw: .refused(
                        settings: block.arguments.joined(separator: " "), reason: command.message(for: error)))
            }
        }
        self.command = command
        self.plan = plan
        self.folder = folder
        columns = plan.axes.map(\.flag) + command.columns
        // A large file is read once, however many combinations name it.
        var contents: [String: String] = [:]
        blocks = try plan.blocks(code: try SourceDigest.code(of: command.sources, program: program)) { axis, value in
            guard command.fileFlags.contains(axis.flag) else { return nil }
            guard let content = try contents[value] ?? FileDigest.content(of: value) else {
                throw SweepError.plan(path: plan.path, place: axis.place, flaw: .noFile(value))
            }
            contents[value] = content
            return content
        }
    }

    /// The blocks that were not computed yet.
    public func missing() throws -> [SweepBlock] {
        try blocks.filter { try store.lines(of: $0) == nil }
    }

    /// The blocks of one of so many tasks: every `count`-th, so that each has some of all settings. Throws ``SweepError/task(_:of:)``.
    public func blocks(ofTask task: Int, of count: Int) throws -> [SweepBlock] {
        guard count >= 1, (0..<count).contains(task) else { throw SweepError.task(task, of: count) }
        return stride(from: task, to: blocks.count, by: count).map { blocks[$0] }
    }

    /// The rows of a block, computed now; long runs go on with what they left in the folder.
    func computed(_ block: SweepBlock, folder: String) async throws -> [String] {
        try await command.parse(block.arguments).rows(for: block.seeds, folder: folder)
    }

    /// Computes those of some blocks that are missing, one after the other, and keeps each as soon as it is there.
    ///
    /// - Parameter report: called before each block that is computed.
    /// - Returns: how many were computed.
    @discardableResult public func work(
        on some: [SweepBlock], report: (SweepBlock) -> Void = { _ in }
    ) async throws -> Int {
        var count = 0
        for block in some where try store.lines(of: block) == nil {
            report(block)
            try store.keep(try await computed(block, folder: "\(folder)/runs/\(block.key)"), of: block)
            count += 1
        }
        return count
    }
}
