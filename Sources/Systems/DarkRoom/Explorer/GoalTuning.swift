import Autodiff
import DeterministicMath

/// An explorer that is given a goal: it explores as it has learnt to until it is rewarded for the first time, and from then on
/// learns by A2C, episode by episode, from full returns.
///
/// Its value begins as 0, so that nothing changes before the first reward. What it has learnt about unseen cells stays as it
/// is; its map is never wiped.
public struct GoalTuning: Sendable {
    /// How it learns.
    public let settings: TuningSettings
    /// What is rewarded.
    public let goal: Goal
    /// How many episodes it had.
    public private(set) var episodes = 0
    /// The number of the first episode with a reward, once there was one.
    public private(set) var firstReward: Int?

    private let explorer: Explorer
    private var network: ActorCritic
    private var adam: Adam
    private var gradient: SparseGradient
    private var map: SeenMap
    private var generator: Xoshiro256StarStar

    /// Prepares a copy of the explorer for a goal; use another stream of the seed for each copy.
    public init(
        of explorer: Explorer, goal: Goal, seed: UInt64, stream: UInt64, settings: TuningSettings = TuningSettings()
    ) {
        self.settings = settings
        self.goal = goal
        self.explorer = explorer
        network = explorer.network.withInputs(explorer.room.cellCount + explorer.room.episodeLength)
        network.forgetValue()
        adam = Adam()
        gradient = SparseGradient(of: network)
        map = SeenMap(of: explorer.room)
        generator = Xoshiro256StarStar(seed: seed, stream: stream)
    }

    /// An episode, and what is learnt from it.
    public mutating func episode() -> [Step] {
        let room = explorer.room
        var walk = Walk(in: room, to: goal)
        var steps: [Step] = []
        var window = Window(rooms: 1)
        var seen: [Seen] = []
        var features = [SIMD16<Float>](repeating: .zero, count: room.steps * network.width)
        while !walk.isOver {
            let inputs = SIMD2(Int32(walk.cell), Int32(room.cellCount + walk.time))
            let outputs = evaluate(inputs, at: walk.cell, row: steps.count, &features)
            let policy = ActionDistribution(logits: outputs)
            let action = policy.draw(using: &generator)
            let (cell, time) = (walk.cell, walk.time)
            let reward = walk.take(Action.allCases[action])
            _ = map.see(walk.cell)
            if reward > 0, firstReward == nil { firstReward = episodes }
            steps.append(
                Step(
                    cell: cell, action: Action.allCases[action], reward: reward, time: time,
                    logProbability: policy.logProbabilities[action]))
            seen.append(Seen(inputs: inputs, policy: policy, action: action))
            window.rewards.append(Float(reward))
            window.values.append(outputs[Action.count])
            window.ends.append(walk.isOver ? .goal : .none)
            window.arrivals.append(0)
        }
        if firstReward != nil {
            window.last = [0]
            learn(from: window, seen, features)
        }
        episodes += 1
        return steps
    }

    private struct Seen {
        let inputs: SIMD2<Int32>
        let policy: ActionDistribution
        let action: Int
    }

    private func evaluate(
        _ inputs: SIMD2<Int32>, at cell: Int, row: Int, _ features: inout [SIMD16<Float>]
    ) -> SIMD8<Float> {
        let fixed = map.unseen.isEmpty ? nil : explorer.unseenFeatures(around: cell, map)
        return features.withUnsafeMutableBufferPointer { features in
            let place = features.baseAddress! + row * network.width
            guard let fixed else { return network.evaluate(Pair(inputs), features: place) }
            return fixed.withUnsafeBufferPointer {
                network.evaluate(Pair(inputs), fixed: $0.baseAddress!, features: place)
            }
        }
    }

    private mutating func learn(from window: Window, _ seen: [Seen], _ features: [SIMD16<Float>]) {
        let a2c = settings.a2c
        let (advantages, targets) = window.targets(a2c)
        let share = 1 / Float(seen.count)
        let floats = gradient.floats()
        var touched: [Int32] = []
        features.withUnsafeBufferPointer { features in
            for (row, step) in seen.enumerated() {
                var slope = step.policy.slope(
                    step.action, advantage: advantages[row] * share, entropyWeight: settings.entropyWeight * share)
                slope[Action.count] = 2 * settings.valueWeight * (window.values[row] - targets[row]) * share
                network.addGradient(
                    Pair(step.inputs), features: features.baseAddress! + row * network.width, slope: slope, to: floats)
                if !touched.contains(step.inputs.x) { touched.append(step.inputs.x) }
                if !touched.contains(step.inputs.y) { touched.append(step.inputs.y) }
            }
        }
        adam.rate = a2c.rate(of: episodes)
        _ = gradient.step(&adam, &network, touched: touched, clip: settings.clip)
    }
}

/// Two inputs as a collection that needs no memory of its own.
struct Pair: RandomAccessCollection {
    private let inputs: SIMD2<Int32>

    init(_ inputs: SIMD2<Int32>) { self.inputs = inputs }

    var startIndex: Int { 0 }
    var endIndex: Int { 2 }
    subscript(place: Int) -> Int32 { inputs[place] }
}

extension Explorer {
    /// The sum of the embeddings of the cells not yet seen around a cell.
    func unseenFeatures(around cell: Int, _ map: SeenMap) -> [SIMD16<Float>] {
        var places: [Int32] = []
        places.reserveCapacity(map.unseen.count)
        map.appendPlaces(around: cell, from: Int32(room.cellCount + room.episodeLength), to: &places)
        let rows = lanes(network.parameters.floats + network.embedding.offset)
        var sum = [SIMD16<Float>](repeating: .zero, count: network.width)
        for place in places {
            for lane in 0..<network.width { sum[lane] += rows[Int(place) * network.width + lane] }
        }
        return sum
    }
}

extension ActorCritic {
    /// The same network without the embeddings after the first `inputs`.
    func withInputs(_ inputs: Int) -> ActorCritic {
        // Every number is replaced: the generator's do not matter.
        var generator = Xoshiro256StarStar(seed: 0)
        var copy = ActorCritic(
            inputs: inputs, features: 16 * width, embedding: .zeros, bias: .zeros, using: &generator)
        let table = parameters[embedding].values.prefix(inputs * 16 * width)
        copy.parameters[copy.embedding] = Tensor([inputs, 16 * width], Array(table))
        copy.parameters[copy.bias] = parameters[bias]
        copy.parameters[copy.heads] = parameters[heads]
        copy.parameters[copy.headBias] = parameters[headBias]
        return copy
    }
}
