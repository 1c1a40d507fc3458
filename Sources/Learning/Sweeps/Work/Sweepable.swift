/// A command of which a sweep makes runs. Commands of swift-argument-parser understand flags and say what is wrong with them already.
public protocol Sweepable: SendableMetatype {
    /// The command with these flags, or throws what is wrong with them.
    static func parse(_ flags: [String]?) throws -> Self
    /// The words of what it threw.
    static func message(for error: any Error) -> String
    /// The sources that its results depend on, below `Sources`: modules as `Systems/OneNumber`, or a whole wing.
    static var sources: [String] { get }
    /// The flags that name files or folders. What these hold decides the results, and not where they lie.
    static var fileFlags: [String] { get }
    /// What the columns of its rows are called, the first one `seed`.
    static var columns: [String] { get }
    /// A row of comma-separated values for each seed. A row has the same bytes on every machine, for any number of threads.
    ///
    /// - Parameter folder: a folder of the block's own, for whatever runs that were stopped need to go on. It need not be there yet.
    func rows(for seeds: ClosedRange<UInt64>, folder: String) async throws -> [String]
}

extension Sweepable {
    /// No flag names a file.
    public static var fileFlags: [String] { [] }
}
