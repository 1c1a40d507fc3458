import Autodiff
import DeterministicMath
import Testing
import Trajectories

struct TrajectoryModelTests {
    static let sizes = ModelSizes(features: 8, layers: 1, heads: 2)

    static func heads(_ wiring: HeadsModel.Wiring) -> HeadsModel {
        var generator = Xoshiro256StarStar(seed: 1)
        return HeadsModel(of: smallAlphabet, episodes: 2, wiring: wiring, sizes: sizes, using: &generator)
    }

    static func text(_ serialization: Serialization, _ positions: TextModel.Positions) -> TextModel {
        var generator = Xoshiro256StarStar(seed: 1)
        return TextModel(of: serialization, episodes: 2, positions: positions, sizes: sizes, using: &generator)
    }

    static let models: [any TrajectoryModel] = [
        heads(.parallel), heads(.chained), text(.words(of: smallAlphabet), .absolute),
        text(.record(of: smallAlphabet), .factored), text(.characters(of: smallAlphabet), .absolute),
    ]

    /// The small trajectory with another transition in one place.
    static func changed(at place: Int, _ transition: Transition) -> [Transition] {
        var trajectory = smallTrajectory
        trajectory[place] = transition
        return trajectory
    }

    @Test(arguments: models.indices)
    func `what a model says does not depend on what comes later`(place: Int) {
        let model = Self.models[place]
        let whole = model.readings(of: [smallTrajectory])
        let other = Self.changed(at: 3, Transition(state: 0, action: 2, reward: 0, logProbability: 0))
        let changed = model.readings(of: [other])
        #expect(whole[..<3] == changed[..<3])
        #expect(whole[4...].elementsEqual(changed[4...]) == false)
    }

    @Test(arguments: models.indices)
    func `side by side every trajectory is told as alone`(place: Int) {
        let model = Self.models[place]
        let other = Self.changed(at: 0, Transition(state: 5, action: 2, reward: 1, logProbability: -1))
        let both = model.readings(of: [smallTrajectory, other])
        #expect(both == model.readings(of: [smallTrajectory]) + model.readings(of: [other]))
    }

    @Test func `a parallel head, deep or not, knows nothing of its transition, a chained one the fields before`() {
        let old = smallTrajectory[2]
        let other = Self.changed(
            at: 2, Transition(state: 4, action: old.action, reward: old.reward, logProbability: old.logProbability))
        for parallel in [Self.heads(.parallel), Self.heads(.deep)] {
            let (one, two) = (parallel.readings(of: [smallTrajectory])[2], parallel.readings(of: [other])[2])
            #expect(one.nats.x != two.nats.x)
            #expect(one.nats.y == two.nats.y && one.nats.z == two.nats.z && one.nats.w == two.nats.w)
        }
        #expect(Self.heads(.deep).parameters.count == Self.heads(.chained).parameters.count)
        let chained = Self.heads(.chained)
        let (three, four) = (chained.readings(of: [smallTrajectory])[2], chained.readings(of: [other])[2])
        #expect(three.nats.y != four.nats.y && three.nats.z != four.nats.z && three.nats.w != four.nats.w)
    }

    @Test func `the loss is the mean of what the readings cost, for a transition or for a token`() {
        for (model, tokens) in [(Self.models[0], 1), (Self.models[1], 1), (Self.models[2], 4), (Self.models[3], 10)] {
            let loss = model.loss(of: [smallTrajectory], on: Tape(model.parameters)).value
            let cost = model.readings(of: [smallTrajectory]).map { Double($0.nats.sum()) }.mean()
            #expect(abs(Double(loss) - cost / Double(tokens)) < 1e-5)
        }
    }

    @Test func `labels that leave the prompt out leave out what it costs, and its readings as they are`() {
        var generator = Xoshiro256StarStar(seed: 1)
        let model = TextModel(
            of: .record(of: smallAlphabet), episodes: 2, positions: .factored,
            labels: [.action, .reward, .logProbability], sizes: Self.sizes, using: &generator)
        let readings = model.readings(of: [smallTrajectory])
        #expect(readings == Self.models[3].readings(of: [smallTrajectory]))
        let loss = Double(model.loss(of: [smallTrajectory], on: Tape(model.parameters)).value)
        // Seven of the ten tokens are not of the prompt.
        let cost = readings.map { Double($0.nats.sum() - $0.nats.x) }.mean() / 7
        #expect(abs(loss - cost) < 1e-5)
    }

    @Test func `before learning the words of a language cost their number`() {
        let model = Self.text(.words(of: smallAlphabet), .absolute)
        let loss = Double(model.loss(of: [smallTrajectory], on: Tape(model.parameters)).value)
        // Six states, three actions, two rewards, four bins.
        #expect(abs(loss - log(15)) < 0.05)
    }
}
