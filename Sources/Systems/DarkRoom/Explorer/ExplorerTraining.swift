import Autodiff
import DeterministicMath

/// The training of an ``Explorer``: A2C on novelty.
public struct ExplorerTraining: Sendable {
    /// How it learns.
    public let settings: ExplorerSettings
    /// The explorer as it is after the updates so far.
    public private(set) var explorer: Explorer
    /// How many updates there were.
    public private(set) var updates = 0

    private let room: Room
    private var lives: [Life]
    private var adam: Adam
    private var gradient: Gradient
    /// The inputs of all evaluations of a window, one after the other, and where those of each begin.
    private var inputs: [Int32] = []
    private var starts: [Int] = []
    private var features: [SIMD16<Float>]

    private struct Life: Sendable {
        var map: SeenMap
        var cell: Int
        var time: Int
        var episode = 0
        var generator: Xoshiro256StarStar
    }

    /// Prepares a training. Weights are stream 2⁴⁰ of the seed, the chance of the rooms the streams from 0 on.
    public init(in room: Room, seed: UInt64, settings: ExplorerSettings = ExplorerSettings()) {
        self.room = room
        self.settings = settings
        var generator = Xoshiro256StarStar(seed: seed, stream: 1 << 40)
        explorer = Explorer(in: room, features: settings.features, using: &generator)
        adam = Adam()
        gradient = Gradient(zerosFor: explorer.network.parameters)
        lives = (0..<settings.rooms).map {
            Life(
                map: SeenMap(of: room), cell: room.start, time: room.firstTime,
                generator: Xoshiro256StarStar(seed: seed, stream: UInt64($0)))
        }
        let count = (settings.steps + 1) * settings.rooms * explorer.network.width
        features = [SIMD16<Float>](repeating: .zero, count: count)
    }

    /// A window of steps in every room, and what is learnt from it. Returns how many new cells were seen.
    @discardableResult
    public mutating func update() -> Int {
        inputs.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        var window = Window(rooms: settings.rooms)
        var taken: [(policy: ActionDistribution, action: Int)] = []
        taken.reserveCapacity(settings.steps * settings.rooms)
        for _ in 0..<settings.steps {
            for place in lives.indices {
                let outputs = evaluate(place)
                let policy = ActionDistribution(logits: outputs)
                let action = policy.draw(using: &lives[place].generator)
                taken.append((policy, action))
                window.values.append(outputs[Action.count])
                take(Action.allCases[action], in: place, &window)
            }
        }
        for place in lives.indices { window.last.append(evaluate(place)[Action.count]) }
        learn(from: window, taken)
        updates += 1
        return Int(window.rewards.reduce(0, +))
    }

    private mutating func evaluate(_ place: Int) -> SIMD8<Float> {
        let row = starts.count
        starts.append(inputs.count)
        Explorer.appendInputs(
            cell: lives[place].cell, time: lives[place].time, map: lives[place].map, in: room, to: &inputs)
        let network = explorer.network
        return inputs[starts[row]...].withUnsafeBufferPointer { inputs in
            features.withUnsafeMutableBufferPointer {
                network.evaluate(inputs, features: $0.baseAddress! + row * network.width)
            }
        }
    }

    private mutating func take(_ action: Action, in place: Int, _ window: inout Window) {
        let cell = room.cell(after: action, from: lives[place].cell)
        window.rewards.append(lives[place].map.see(cell) ? 1 : 0)
        window.arrivals.append(0)
        lives[place].cell = cell
        lives[place].time += 1
        var end = Window.End.none
        if lives[place].time == room.episodeLength {
            lives[place].cell = room.start
            lives[place].time = room.firstTime
            lives[place].episode += 1
            if lives[place].episode == settings.lifetime {
                lives[place].map.wipe()
                lives[place].episode = 0
                end = .goal
            }
        }
        // Where one episode ends and the next begins, value flows through: the map stays.
        window.ends.append(end)
    }

    private mutating func learn(from window: Window, _ taken: [(policy: ActionDistribution, action: Int)]) {
        let a2c = settings.a2c
        let (advantages, targets) = window.targets(a2c)
        let share = 1 / Float(taken.count)
        let network = explorer.network
        let floats = gradient.changeableFloats()
        inputs.withUnsafeBufferPointer { inputs in
            features.withUnsafeBufferPointer { features in
                for (row, step) in taken.enumerated() {
                    var slope = step.policy.slope(
                        step.action, advantage: advantages[row] * share,
                        entropyWeight: settings.entropyWeight * share)
                    slope[Action.count] = 2 * settings.valueWeight * (window.values[row] - targets[row]) * share
                    network.addGradient(
                        UnsafeBufferPointer(rebasing: inputs[starts[row]..<starts[row + 1]]),
                        features: features.baseAddress! + row * network.width, slope: slope, to: floats)
                }
            }
        }
        gradient.clip(toNorm: settings.clip)
        adam.rate = a2c.rate(of: updates)
        adam.step(&explorer.network.parameters, gradient)
        let all = gradient.changeableFloats()
        all.update(repeating: 0, count: (network.headBias.offset + 16))
    }
}
