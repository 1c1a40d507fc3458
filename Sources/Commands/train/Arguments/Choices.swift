public import Advantages
public import ArgumentParser
public import DarkRoom
public import GRPO
public import Language
public import OneNumber
public import Trajectories

/// A value of the library that is chosen by its name on the command line.
public protocol Choice: ExpressibleByArgument {
    /// What there is to choose from.
    static var choices: [Self] { get }
    /// What it is called.
    var name: String { get }
}

extension Choice {
    /// The choice with a name; nil if there is none.
    public init?(argument: String) {
        guard let choice = Self.choices.first(where: { $0.name == argument }) else { return nil }
        self = choice
    }

    /// The names.
    public static var allValueStrings: [String] { choices.map(\.name) }
    /// The name, without settings.
    public var defaultValueDescription: String { name }
}

extension AdvantageMethod: Choice {
    /// All methods, and the one that knows the truth.
    public static var choices: [AdvantageMethod] { all + [.exact] }
}
extension Aggregation: Choice {}
extension StepRule: Choice {}
extension Surrogate: Choice {}
extension DuplicateRule: ExpressibleByArgument {}
extension EvaluatorName: ExpressibleByArgument {}
extension KLPenalty: ExpressibleByArgument {}
extension DistillationPlan.Rule: ExpressibleByArgument {}
extension DistillationPlan.Teacher: ExpressibleByArgument {}
extension HistoryPlan.Learner: ExpressibleByArgument {}
extension TokenFormat.Packing: ExpressibleByArgument {}
extension TrajectoryFormat: ExpressibleByArgument {}
