/// A setting has a value that makes no sense.
public struct InvalidSetting: Error, Hashable, CustomStringConvertible {
    /// The setting, as messages call it: `window length`.
    public let name: String
    /// What it was set to.
    public let value: String
    /// What it must be: `at least 1`.
    public let requirement: String

    /// States the fact.
    package init(_ name: String, _ value: some Any, mustBe requirement: String) {
        (self.name, self.value, self.requirement) = (name, "\(value)", requirement)
    }

    /// One sentence: `window length is 0; it must be at least 1`.
    public var description: String { "\(name) is \(value); it must be \(requirement)" }

    /// Batches and windows up to this size fit into memory.
    package static let sizeBound = 1_000_000

    /// Throws unless `isMet`.
    package static func unless(
        _ isMet: Bool, _ name: String, _ value: some Any, _ requirement: @autoclosure () -> String
    ) throws(InvalidSetting) {
        guard isMet else { throw InvalidSetting(name, value, mustBe: requirement()) }
    }

    /// Throws unless a batch or a window can have this size.
    package static func unlessSize(_ size: Int, _ name: String) throws(InvalidSetting) {
        try unless(size >= 1, name, size, "at least 1")
        try unless(size <= sizeBound, name, size, "at most \(sizeBound)")
    }

    /// Throws unless ε can keep equal rewards from dividing by zero.
    package static func unlessEpsilon(_ epsilon: Double) throws(InvalidSetting) {
        try unless(epsilon > 0 && epsilon.isFinite, "epsilon", epsilon, "positive and finite")
    }

    /// Throws unless older rewards keep a part of their weight.
    static func unlessDecay(_ decay: Double) throws(InvalidSetting) {
        try unless(decay > 0 && decay < 1, "decay", decay, "between 0 and 1, both excluded")
    }
}
