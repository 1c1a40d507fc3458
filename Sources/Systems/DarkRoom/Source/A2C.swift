import Autodiff
import DeterministicMath

/// An agent that learns to reach a goal in a dark room by A2C: several rooms at once, and after every window of steps one step
/// along the gradient of
///
/// loss = mean(-log π(a|s) Â) + valueWeight · mean((V(s) - R)²) - entropyWeight · mean(H(π(·|s))).
///
/// It sees its cell only. Cells are few, so that within a window each is evaluated once, and the gradients of all steps that
/// begin there are carried back together.
///
/// ```swift
/// var agent = A2C(in: Room(), goal: .cell(3), seed: 1, settings: .recipe)
/// for _ in 0..<600 { agent.update() }
/// print(agent.policy.expectedReturn(for: .cell(3)))
/// ```
public struct A2C: Sendable {
    /// How it learns.
    public let settings: A2CSettings
    /// What it must find.
    public let goal: Goal
    /// How many updates it has made.
    public private(set) var updates = 0
    /// The steps so far in each room, if they are recorded.
    public var history: [[Step]]
    /// The episodes so far, if they are recorded, in the order of their ends.
    public var episodes: [A2CEpisode] = []

    private let records: Bool
    private let room: Room
    private var rooms: Rooms
    private var network: ActorCritic
    private var adam: Adam
    private var gradient: SparseGradient
    private var cells: CellTable
    private var running: [(earned: Int, length: Int)]

    /// An agent that knows nothing. Its weights are stream 2⁴⁰ + `stream` of the seed, the chance of its rooms the streams
    /// from `stream` · rooms on; use another stream for each agent of a seed. If it records, ``history`` and ``episodes``
    /// grow.
    public init(
        in room: Room, goal: Goal, seed: UInt64, stream: UInt64 = 0, settings: A2CSettings = A2CSettings(),
        records: Bool = false
    ) {
        self.settings = settings
        self.goal = goal
        self.room = room
        self.records = records
        rooms = Rooms(
            room, goals: [Goal](repeating: goal, count: settings.rooms), seed: seed,
            firstStream: stream * UInt64(settings.rooms))
        var generator = Xoshiro256StarStar(seed: seed, stream: 1 << 40 + stream)
        let cells = room.cellCount
        let (embedding, bias): (Initializer, Initializer) =
            switch settings.initialization {
            case .embedding: (.normal(deviation: 1), .zeros)
            case .linear: (.fan(in: cells), .fan(in: cells))
            }
        network = ActorCritic(
            inputs: cells, features: settings.features, embedding: embedding, bias: bias, using: &generator)
        adam = Adam(betas: (settings.betas.x, settings.betas.y), epsilon: settings.epsilon)
        gradient = SparseGradient(of: network)
        self.cells = CellTable(cellCount: cells, width: network.width)
        history = [[Step]](repeating: [], count: settings.rooms)
        running = [(Int, Int)](repeating: (0, 0), count: settings.rooms)
    }

    /// A window of steps in every room, and what is learnt from it.
    @discardableResult
    public mutating func update() -> A2CUpdate {
        cells.forget()
        var window = Window(rooms: settings.rooms)
        var taken: [(row: Int, action: Int)] = []
        taken.reserveCapacity(settings.rooms * settings.steps)
        for _ in 0..<settings.steps {
            for place in 0..<settings.rooms {
                let row = cells.row(of: rooms.walks[place].cell, in: network)
                let action = cells.policies[row].draw(using: &rooms.generators[place])
                taken.append((row, action))
                window.values.append(cells.values[row])
                take(
                    Action.allCases[action], in: place, logProbability: cells.policies[row].logProbabilities[action],
                    &window)
            }
        }
        for place in 0..<settings.rooms {
            let row = cells.row(of: rooms.walks[place].cell, in: network)
            window.last.append(cells.values[row])
        }
        let summary = learn(from: window, taken)
        updates += 1
        return summary
    }

    private mutating func take(_ action: Action, in place: Int, logProbability: Float, _ window: inout Window) {
        let (cell, time) = (rooms.walks[place].cell, rooms.walks[place].time)
        let arrival = rooms.take(action, in: place)
        window.rewards.append(Float(arrival.reward))
        window.ends.append(arrival.endsAtGoal ? .goal : arrival.endsEpisode ? .time : .none)
        var worth: Float = 0
        if arrival.endsEpisode, settings.timeOut == .bootstrapped {
            let row = cells.row(of: arrival.cell, in: network)
            worth = cells.values[row]
        }
        window.arrivals.append(worth)
        guard records else { return }
        history[place].append(
            Step(cell: cell, action: action, reward: arrival.reward, time: time, logProbability: logProbability))
        running[place].earned += arrival.reward
        running[place].length += 1
        guard arrival.endsEpisode else { return }
        episodes.append(
            A2CEpisode(
                update: updates, room: place, earned: running[place].earned, length: running[place].length))
        running[place] = (0, 0)
    }

    private mutating func learn(from window: Window, _ taken: [(row: Int, action: Int)]) -> A2CUpdate {
        let (advantages, targets) = window.targets(settings)
        let share = 1 / Float(taken.count)
        var policyLoss: Float = 0
        var valueLoss: Float = 0
        var entropy: Float = 0
        for (place, step) in taken.enumerated() {
            let policy = cells.policies[step.row]
            policyLoss -= policy.logProbabilities[step.action] * advantages[place]
            entropy += policy.entropy
            let error = window.values[place] - targets[place]
            valueLoss += error * error
            var slope = policy.slope(
                step.action, advantage: advantages[place] * share, entropyWeight: settings.entropyWeight * share)
            slope[Action.count] = 2 * settings.valueWeight * error * share
            cells.add(slope, to: step.row)
        }
        cells.addGradient(of: network, to: gradient.floats())
        adam.rate = settings.rate(of: updates)
        let norm = gradient.step(&adam, &network, touched: cells.met, clip: settings.clip)
        return A2CUpdate(
            policyLoss: policyLoss * share, valueLoss: valueLoss * share, entropy: entropy * share,
            explainedVariance: explainedVariance(of: targets, by: window.values), gradientNorm: norm)
    }

    /// Learns until all updates of its settings are made.
    public mutating func run() {
        while updates < settings.updates { update() }
    }

    /// Hands the recorded steps over, room by room: what comes next is recorded from nothing.
    public mutating func takeHistory() -> [[Step]] {
        let taken = history
        for place in history.indices { history[place].removeAll(keepingCapacity: true) }
        return taken
    }

    /// What the agent would do in each cell.
    public var policy: RoomPolicy {
        let table = wholeTable
        return RoomPolicy(in: room, probabilities: (0..<room.cellCount).flatMap { table.policies[$0].probabilities })
    }

    /// What the agent thinks that each cell is worth.
    public var values: [Float] { wholeTable.values }

    /// All cells, evaluated in their order.
    private var wholeTable: CellTable {
        var table = cells
        table.forget()
        for cell in 0..<room.cellCount { _ = table.row(of: cell, in: network) }
        return table
    }
}

/// 1 - Var(target - value) / Var(target), 0 for equal targets.
func explainedVariance(of targets: [Float], by values: [Float]) -> Float {
    let whole = targets.map(Double.init).variance()
    let left = zip(targets, values).map { Double($0 - $1) }.variance()
    return whole > 0 ? Float(1 - left / whole) : 0
}
