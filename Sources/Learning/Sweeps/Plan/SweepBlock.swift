import DeterministicMath

/// What is computed and stored together: one combination of settings, for some seeds in a row.
public struct SweepBlock: Hashable, Sendable {
    /// A flag with its value, as they are written in the plan.
    public struct Setting: Hashable, Sendable {
        /// The flag without its dashes.
        public let flag: String
        /// Its value.
        public let value: String
        /// The digest of the file or folder that the value names; nil if it names none.
        public let content: String?
    }

    /// The words of the command.
    public let command: [String]
    /// The settings, in the order of the plan.
    public let settings: [Setting]
    /// The seeds.
    public let seeds: ClosedRange<UInt64>
    /// What names the code that computes.
    public let code: String

    /// What is passed to the command, without the seed.
    public var arguments: [String] {
        settings.flatMap { setting -> [String] in
            switch setting.value {
            case "true": ["--\(setting.flag)"]
            case "false": []
            default: ["--\(setting.flag)", setting.value]
            }
        }
    }

    /// The block in words: `run --advantage ema, seeds 1 to 1000`.
    public var name: String {
        let words = (command + arguments).joined(separator: " ")
        let last = seeds.upperBound
        return words + (seeds.count == 1 ? ", seed \(last)" : ", seeds \(seeds.lowerBound) to \(last)")
    }

    /// Everything that the results depend on, in one line. The order of settings in the plan is no part of it, nor
    /// where the files lie that they name.
    public var identity: String {
        let settings = settings.sorted { $0.flag < $1.flag }.map {
            "--\($0.flag) \($0.content.map { "file \($0)" } ?? $0.value)"
        }
        return (command + settings).joined(separator: " ")
            + " seeds \(seeds.lowerBound)-\(seeds.upperBound) code \(code)"
    }

    /// The name of its file: the digest of the identity. That two have the same one is found out, as the file says whose it is.
    public var key: String { "\(Digest(of: identity))" }
}
