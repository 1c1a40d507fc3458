/// What a run was, written before its first epoch: `run.json`. Each system has its own.
public protocol RunRecord: Codable, Sendable {
    /// How many epochs the run was to have.
    var epochs: Int { get }
    /// The names of its prompts, in the order of their statistics; without commas and line ends.
    var promptNames: [String] { get }
    /// The best mean reward that can be reached.
    var ceiling: Double { get }
    /// The run in a few words.
    var title: String { get }
}
