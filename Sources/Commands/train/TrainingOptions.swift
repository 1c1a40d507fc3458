import Advantages
public import ArgumentParser
public import OneNumber

/// The flags that decide how a run is trained; names and defaults are the original's where it has them.
struct TrainingOptions: ParsableArguments {
    @Option(help: "How many batches are drawn and learned from.")
    var numEpochs = 1000

    @Option(help: "How many prompts are drawn for each batch, with replacement.")
    var sampleBatchSize = 256

    @Option(
        help: ArgumentHelp(
            "Update once for every part of the batch of this size, in order.",
            discussion: """
                Without this flag there is one update with the whole batch. The original declares a train batch size of 16 \
                but never uses it, so that its runs are those without this flag. Parts much smaller than the batch push away \
                from samples that the policy has moved on from: 16 diverges, and the run ends with a warning. With \
                --step-size 0.3 it learns.
                """))
    var trainBatchSize: Int?

    @Option(help: "How many rewards of each prompt are remembered, for the advantages window and shrinkage.")
    var statTrackingBufferSize = 32

    @Option(help: "How many rewards a prompt needs before its own statistics count, for window, ema and kalman.")
    var statTrackingMinCount = 16

    @Option(
        help: ArgumentHelp(
            "How rewards become advantages.",
            discussion: "Each reward is measured against: "
                + AdvantageName.allCases.map { "\($0.method.summary) (\($0.method.name))" }.joined(separator: "; ")
                + "."
        ))
    var advantage = AdvantageName(.window())

    @Option(help: "The factor by which a reward's weight falls with every newer one, for ema and persistent-mean.")
    var emaDecay = 0.9

    @Option(help: "What happens when several samples of a batch change the same parameter.")
    var duplicates = DuplicateRule.last

    @Option(
        help: "How far updates move: the whole way, less and less over all updates, or as Adam does, less and less.")
    var step = StepName.fixed

    @Option(help: "The size of the (first) step.")
    var stepSize = 1.0

    func validate() throws {
        do {
            try settings.validate()
            // Nonsense is nonsense also for the methods that were not asked for.
            try AdvantageMethod.window(length: statTrackingBufferSize, minimumCount: 1).validate()
            try AdvantageMethod.ema(decay: emaDecay, minimumCount: statTrackingMinCount).validate()
        } catch TrainingError.setting(let setting) {
            throw ValidationError(Self.message(of: setting))
        } catch let setting as InvalidSetting {
            throw ValidationError(Self.message(of: setting))
        }
    }

    /// What the flags ask for.
    var settings: RunSettings {
        RunSettings(
            epochs: numEpochs,
            batchSize: sampleBatchSize,
            trainBatchSize: trainBatchSize,
            advantage: method,
            duplicates: duplicates,
            step: stepRule
        )
    }

    private var method: AdvantageMethod {
        advantage.method.with(
            length: statTrackingBufferSize, minimumCount: statTrackingMinCount, decay: emaDecay)
    }

    private var stepRule: StepRule {
        switch step {
        case .fixed: .fixed(size: stepSize)
        case .decaying: .decaying(size: stepSize)
        case .adam: .adam(size: stepSize)
        }
    }

    /// The error's message with the flags' names for the settings'.
    private static func message(of setting: InvalidSetting) -> String {
        var requirement = setting.requirement
        let settings = ["the batchSize": "--sample-batch-size", "the window's length": "--stat-tracking-buffer-size"]
        for (name, flag) in settings {
            if let range = requirement.firstRange(of: name) { requirement.replaceSubrange(range, with: flag) }
        }
        return "\(flags[setting.name] ?? setting.name) is \(setting.value); it must be \(requirement)"
    }

    /// The flags that the settings' names stand for.
    private static let flags = [
        "epochs": "--num-epochs",
        "batchSize": "--sample-batch-size",
        "trainBatchSize": "--train-batch-size",
        "window length": "--stat-tracking-buffer-size",
        "minimum count": "--stat-tracking-min-count",
        "decay": "--ema-decay",
        "step size": "--step-size",
    ]
}

/// The advantage methods, as they are named on the command line.
struct AdvantageName: ExpressibleByArgument, CaseIterable, CustomStringConvertible {
    let method: AdvantageMethod

    static let allCases = (AdvantageMethod.all + [.exact]).map(AdvantageName.init)
    static var allValueStrings: [String] { allCases.map(\.description) }

    init(_ method: AdvantageMethod) { self.method = method }

    init?(argument: String) {
        guard let named = Self.allCases.first(where: { $0.description == argument }) else { return nil }
        self = named
    }

    var description: String { method.name }
    var defaultValueDescription: String { description }
}

/// The step rules, as they are named on the command line.
enum StepName: String, ExpressibleByArgument, CaseIterable {
    case fixed, decaying, adam
}

extension DuplicateRule: ExpressibleByArgument {}
