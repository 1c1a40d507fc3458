/// The best mean reward that any parameters reach on a problem: no learning gets beyond it.
public struct Ceiling: Hashable, Sendable {
    /// The best expected reward, averaged over the prompts.
    public let value: Double
    /// What it would be if no two prompts shared a slot: -√(2/π) times the mean σ.
    public let withoutCollisions: Double
    /// A policy that reaches `value`; slots without a prompt keep their initial parameter.
    public let policy: Policy
}
