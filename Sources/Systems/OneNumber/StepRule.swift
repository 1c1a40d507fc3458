/// How far an update moves the parameters in the direction g that the samples ask for.
public enum StepRule: Hashable, Sendable, Codable {
    /// θ += size·g. The original's size is 1.
    case fixed(size: Double = 1)
    /// θ += size·(1 - t/updates)·g in update t, counted from 0: falls in a straight line, to nothing after `updates`; without
    /// a number, after all updates of the run.
    case decaying(size: Double = 1, updates: Int? = nil)
    /// Adam, whose steps have a size of their own whatever the size of g; falls like `decaying`. See `Optimizer`.
    case adam(size: Double = 1, updates: Int? = nil)

    /// Throws `TrainingError.setting` for the first value that makes no sense.
    public func validate() throws(TrainingError) {
        switch self {
        case .fixed(let size):
            try require(size > 0 && size.isFinite, "step size", size, "positive and finite")
        case .decaying(let size, let updates), .adam(let size, let updates):
            try require(size > 0 && size.isFinite, "step size", size, "positive and finite")
            if let updates { try require(updates >= 1, "step updates", updates, "at least 1") }
        }
    }

    /// Every rule, with its default settings.
    public static let choices: [StepRule] = [.fixed(), .decaying(), .adam()]

    /// The rule's name on a command line.
    public var name: String {
        switch self {
        case .fixed: "fixed"
        case .decaying: "decaying"
        case .adam: "adam"
        }
    }

    /// The rule with another size.
    public func with(size: Double) -> StepRule {
        switch self {
        case .fixed: .fixed(size: size)
        case .decaying(_, let updates): .decaying(size: size, updates: updates)
        case .adam(_, let updates): .adam(size: size, updates: updates)
        }
    }

    /// The rule for a run that makes `count` updates, at least 1.
    func lasting(_ count: Int) -> StepRule {
        switch self {
        case .decaying(let size, nil): .decaying(size: size, updates: count)
        case .adam(let size, nil): .adam(size: size, updates: count)
        case .fixed, .decaying, .adam: self
        }
    }

    /// The size of the step in update `update`, counted from 0; it does not fall if the rule has no number of updates.
    public func size(at update: Int) -> Double {
        switch self {
        case .fixed(let size): size
        case .decaying(let size, let updates), .adam(let size, let updates):
            updates.map { size * max(0, 1 - Double(update) / Double($0)) } ?? size
        }
    }
}
