/// How rewards become advantages: a rule and its settings.
///
/// ```swift
/// let method = AdvantageMethod.window(length: 32, minimumCount: 16)
/// print(method)  // window(length: 32, minimumCount: 16)
/// ```
public struct AdvantageMethod: Sendable, CustomStringConvertible {
    /// Every method that learns from rewards, with its default settings.
    public static let all: [AdvantageMethod] = [
        .none,
        .batch,
        .window(),
        .ema(),
        .group,
        .leaveOneOut,
        .groupMean,
        .persistentMean(),
        .shrinkage(),
        .kalman(),
        .median(),
    ]

    package let rule: any AdvantageRule

    package init(_ rule: any AdvantageRule) { self.rule = rule }

    /// The method's name in saved statistics and on a command line: `leave-one-out`.
    public var name: String { rule.name }

    /// What a reward is measured against, in a few words.
    public var summary: String { rule.summary }

    /// The name and the settings: `ema(decay: 0.9, minimumCount: 16)`.
    public var description: String {
        let settings = Mirror(reflecting: rule).children.map { "\($0.label ?? ""): \($0.value)" }
        return settings.isEmpty ? name : "\(name)(\(settings.joined(separator: ", ")))"
    }

    /// Throws for the first setting whose value makes no sense.
    public func validate() throws(InvalidSetting) { try rule.validate() }

    /// The method with these values for the settings that it has.
    public func with(length: Int, minimumCount: Int, decay: Double) -> AdvantageMethod {
        AdvantageMethod(rule.with(length: length, minimumCount: minimumCount, decay: decay))
    }
}

extension AdvantageMethod: Hashable {
    /// Whether rule and settings are the same.
    public static func == (left: AdvantageMethod, right: AdvantageMethod) -> Bool {
        AnyHashable(left.rule) == AnyHashable(right.rule)
    }

    /// Takes in the rule and its settings.
    public func hash(into hasher: inout Hasher) { rule.hash(into: &hasher) }
}

extension AdvantageMethod: Codable {
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Restores a method, `{"ema": {"decay": 0.9, "minimumCount": 16}}`. Throws `DecodingError` for a method that does not exist
    /// and for settings that make no sense.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Name.self)
        try decoder.require(values.allKeys.count == 1, "\(values.allKeys.count) methods in place of one")
        let name = values.allKeys[0]
        let known = Self.all.first { $0.name == name.stringValue }
        try decoder.require(known != nil, "no method is called \(name.stringValue)")
        self.init(try type(of: known!.rule).init(from: values.superDecoder(forKey: name)))
        do { try validate() } catch { try decoder.require(false, "\(error)") }
    }

    /// Saves the method's name with its settings.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Name.self)
        try rule.encode(to: values.superEncoder(forKey: Name(stringValue: name)))
    }
}
