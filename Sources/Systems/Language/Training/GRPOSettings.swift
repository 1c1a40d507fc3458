public import Advantages
public import Autodiff
public import GRPO
public import Transformers

/// How GRPO learns. The defaults are the book's; those of the original's program, made for a model five thousand times as large,
/// are ``original``.
public struct GRPOSettings: Hashable, Sendable, Codable {
    /// How many batches are sampled: 200.
    public var steps = 200
    /// How many questions a batch has: 8.
    public var questions = 8
    /// How many answers each question gets: 16.
    public var groupSize = 16
    /// How many updates are made with each batch: 1. More than one needs a surrogate with the ratio to the sampling policy.
    public var updates = 1
    /// How tokens are chosen: by the policy's probabilities at temperature 0.9.
    public var sampler = Sampler(temperature: 0.9)
    /// The most tokens of an answer: 48.
    public var limit = 48
    /// The most tokens of a question: 256.
    public var promptLimit = 256
    /// What is made small.
    public var objective = Objective()
    /// Whether log-probabilities are trained at the sampler's temperature, so that the policy that is trained is the one that
    /// samples; the original trains at temperature 1.
    public var trainsTempered = false
    /// What rewards are compared with: those of the same question's answers, in units of their sample deviation.
    public var advantages = AdvantageMethod.group(deviation: .sample)
    /// What keeps that deviation from being 0: 1e-4.
    public var epsilon = 1e-4
    /// The step size after the warm-up: 1e-4.
    public var rate: Float = 1e-4
    /// In how many steps it rises: 10.
    public var warmup = 10
    /// AdamW's β₂: 0.99; β₁ is 0.9.
    public var secondBeta: Float = 0.99
    /// AdamW's decay of the parameters: 0.
    public var weightDecay: Float = 0
    /// How many of the highest layers are trained, with the norm behind them and a head that is no token table; nil for all that there
    /// is. What the layers below make of a batch is then computed once, for policy and reference, and nothing goes back through them.
    public var trainedLayers: Int?
    /// The largest norm of a gradient: 1.
    public var clip: Float = 1
    /// Whether answers that were cut off are left out of the loss: no.
    public var dropsTruncated = false
    /// Whether groups in which all rewards are equal are left out, with the penalty's pull on them: no.
    public var dropsDeadGroups = false
    /// After how many steps the reference moves toward the policy, and which share of the way; never.
    public var mixing: Mixing?
    /// In how many parts a batch is computed: 8. The gradient is the same but for rounding.
    public var shards = 8

    /// How the reference follows the policy: θ_ref ← (1 - share) θ_ref + share θ.
    public struct Mixing: Hashable, Sendable, Codable {
        /// After so many steps, again and again.
        public var interval: Int
        /// Which share of the way.
        public var share: Float

        /// Creates a rule.
        public init(interval: Int, share: Float) {
            self.interval = interval
            self.share = share
        }
    }

    /// The default settings.
    public init() {}

    /// The settings of the original's program: one question a step, 786 tokens, a rate of 5e-6 that rises over 18 % of 1000 steps, a
    /// norm of at most 0.1.
    public static let original: GRPOSettings = {
        var settings = GRPOSettings()
        settings.steps = 1000
        settings.questions = 1
        settings.limit = 786
        settings.rate = 5e-6
        settings.warmup = 180
        settings.weightDecay = 0.1
        settings.clip = 0.1
        return settings
    }()

    /// Throws for the first setting whose value makes no sense.
    public func validate() throws(LanguageError) {
        do { try check() } catch { throw .setting(error) }
    }

    private func check() throws(InvalidSetting) {
        let sizes = [
            ("steps", steps), ("questions", questions), ("updates", updates), ("limit", limit),
            ("promptLimit", promptLimit), ("shards", shards),
        ]
        for (name, value) in sizes { try InvalidSetting.unless(value >= 1, name, value, "at least 1") }
        try InvalidSetting.unless(
            groupSize >= 2 || !comparesWithinBatch && groupSize == 1, "groupSize", groupSize,
            "at least 2: an answer is compared with others to the same question")
        try InvalidSetting.unless(
            updates == 1 || objective.surrogate.needsSampled, "updates", updates,
            "1 with a surrogate that does not know which policy sampled")
        for (name, value) in [("temperature", sampler.temperature), ("rate", rate), ("clip", clip)] {
            try InvalidSetting.unless(value > 0 && value.isFinite, name, value, "above 0 and finite")
        }
        try InvalidSetting.unless(
            weightDecay >= 0 && weightDecay.isFinite, "weightDecay", weightDecay, "0 or more, and finite")
        try InvalidSetting.unless(
            objective.beta >= 0 && objective.beta.isFinite, "beta", objective.beta, "0 or more, and finite")
        try InvalidSetting.unless(
            (0...steps).contains(warmup), "warmup", warmup, "from 0 to the number of steps, \(steps)")
        try InvalidSetting.unless((trainedLayers ?? 1) >= 1, "trainedLayers", trainedLayers ?? 1, "at least 1")
        try InvalidSetting.unless(
            trainedLayers == nil || weightDecay == 0, "weightDecay", weightDecay,
            "0 where layers are frozen: they would shrink")
        try InvalidSetting.unless((0..<1).contains(secondBeta), "secondBeta", secondBeta, "from 0 to less than 1")
        if case .clipped(let below, let above) = objective.surrogate {
            try InvalidSetting.unless((0...1).contains(below), "clipBelow", below, "from 0 to 1")
            try InvalidSetting.unless(above >= 0 && above.isFinite, "clipAbove", above, "0 or more, and finite")
        }
        if let mixing {
            try InvalidSetting.unless(mixing.interval >= 1, "mixing interval", mixing.interval, "at least 1")
            try InvalidSetting.unless((0...1).contains(mixing.share), "mixing share", mixing.share, "from 0 to 1")
        }
        _ = try Advantages<String>(validating: advantages, epsilon: epsilon)
    }

    /// Whether the method has no use for a single answer to a question.
    private var comparesWithinBatch: Bool {
        [AdvantageMethod.group, .leaveOneOut, .groupMean].map(\.name).contains(advantages.name)
    }
}

extension GRPOSettings {
    /// A linear rise, then a constant rate.
    public var schedule: Schedule { Schedule(peak: rate, warmup: warmup, steps: steps, end: rate, decay: .constant) }
}
