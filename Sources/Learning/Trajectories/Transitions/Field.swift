/// What a transition tells, in the order in which it comes about.
public enum Field: Int, CaseIterable, Hashable, Sendable, Codable {
    /// Where the agent was.
    case state
    /// What it did there.
    case action
    /// What that earned.
    case reward
    /// How likely the policy that acted found the action.
    case logProbability
}
