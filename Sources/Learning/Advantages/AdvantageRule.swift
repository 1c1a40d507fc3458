/// What a method of `Advantages` is made of: its settings, and the statistics that they begin with.
///
/// A new method is a file with a rule, its statistics and a static member of `AdvantageMethod`, and a line in
/// `AdvantageMethod.all`; everything else finds it there.
package protocol AdvantageRule: Hashable, Codable, Sendable {
    /// The name in saved statistics and on a command line, in lower case with hyphens.
    var name: String { get }
    /// What a reward is measured against, in a few words.
    var summary: String { get }
    /// Throws for the first setting whose value makes no sense.
    func validate() throws(InvalidSetting)
    /// The rule with these values for the settings that it has.
    func with(length: Int, minimumCount: Int, decay: Double) -> Self
    /// Statistics that have seen nothing, of settings that are valid.
    func statistics() -> any RewardStatistics
}

extension AdvantageRule {
    /// There is nothing to be set wrongly.
    package func validate() throws(InvalidSetting) {}

    /// There is nothing to be set.
    package func with(length: Int, minimumCount: Int, decay: Double) -> Self { self }
}
