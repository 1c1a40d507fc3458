import Autodiff
import DarkRoom
import DeterministicMath
import Testing

struct HistoryModelTests {
    private let room = Room(rows: 3, columns: 3, episodeLength: 5)

    private func model(_ change: (inout TokenFormat) -> Void = { _ in }, layers: Int = 2) -> HistoryModel {
        var format = TokenFormat()
        change(&format)
        var generator = Xoshiro256StarStar(seed: 1)
        let sizes = HistoryModel.Sizes(features: 32, layers: layers, heads: 2)
        var model = HistoryModel(in: room, length: 20, sizes: sizes, format: format, using: &generator)
        // Larger embeddings, so that what the model does depends on what it reads.
        for parameter in model.parameters.all where parameter.name == "symbols" || parameter.name.contains("head") {
            var table = model.parameters[parameter]
            for place in table.values.indices { table.values[place] *= 10 }
            model.parameters[parameter] = table
        }
        return model
    }

    private func settings(_ change: (inout EvaluationSettings) -> Void = { _ in }) -> EvaluationSettings {
        var settings = EvaluationSettings(repeats: 3, episodes: 4)
        change(&settings)
        return settings
    }

    @Test func `the recipe's model has 54 thousand numbers`() {
        var generator = Xoshiro256StarStar(seed: 1)
        let model = HistoryModel(in: Room(), length: 160, using: &generator)
        #expect((53_000...55_000).contains(model.parameters.count))
    }

    @Test func `logits stand step by step, lesson by lesson, and see no later step`() {
        for packing in TokenFormat.Packing.allCases {
            let model = model { $0.packing = packing }
            var generator = Xoshiro256StarStar(seed: 2)
            let source = AgentLessons(of: RandomAgent(), in: room, goals: room.goals, episodes: 4)
            let lessons = (0..<3).map { _ in source.lesson(using: &generator) }
            let tape = Tape(model.parameters, recording: false)
            let all = model.logits(lessons, on: tape)
            #expect(all.shape == [60, 5])
            let second = model.logits([lessons[1]], on: tape).values
            #expect(Array(all.values[100..<200]) == second)
            let shorter = model.logits([Lesson(Array(lessons[1].steps.prefix(7)))], on: tape).values
            #expect(shorter == Array(second.prefix(35)))
        }
    }

    @Test(arguments: TokenFormat.Packing.allCases, [1.0, 0])
    func `keys that are kept give the bits of reading everything again`(
        packing: TokenFormat.Packing, temperature: Double
    ) async {
        let model = model {
            $0.packing = packing
            $0.positions = [.clock, .episode, .absolute]
        }
        for memory in [EvaluationSettings.Memory.whole, .wipedEachEpisode] {
            let kept = await model.evaluation(
                on: room.goals, seed: 1,
                settings: settings {
                    $0.temperature = temperature
                    $0.memory = memory
                })
            let again = await model.evaluation(
                on: room.goals, seed: 1,
                settings: settings {
                    $0.temperature = temperature
                    $0.memory = memory
                    $0.keepsKeys = false
                })
            #expect(kept == again)
            // The most probable action of a model that has learnt nothing leads nowhere.
            #expect(kept.total > 0 || temperature == 0)
        }
    }

    @Test func `results do not depend on threads, parts or neighbours`() async {
        let model = model()
        let one = await model.evaluation(on: room.goals, seed: 1, settings: settings(), threads: 1)
        let other = await model.evaluation(on: room.goals, seed: 1, settings: settings { $0.parts = 7 }, threads: 2)
        #expect(one == other)
        let alone = await model.evaluation(on: Array(room.goals.prefix(1)), seed: 1, settings: settings())
        #expect(alone.returns[0] == one.returns[0])
        let chance = await model.evaluation(on: room.goals, seed: 2, settings: settings())
        #expect(chance != one)
    }

    @Test func `overwritten rewards change what it does, and a wiped memory makes episodes alike`() async {
        let model = model()
        let whole = await model.evaluation(on: room.goals, seed: 1, settings: settings())
        let overwritten = await model.evaluation(
            on: room.goals, seed: 1, settings: settings { $0.memory = .overwrittenRewards })
        #expect(whole != overwritten)
        // Greedy, without memory and without the number of the episode, every episode is the first one.
        let wiped = await model.evaluation(
            on: room.goals, seed: 1,
            settings: settings {
                $0.memory = .wipedEachEpisode
                $0.temperature = 0
            })
        #expect(wiped.returns.joined().allSatisfy { Set($0).count == 1 })
    }

    @Test func `an actor in a room that ends at its goal has as many episodes as asked for`() async {
        var generator = Xoshiro256StarStar(seed: 1)
        let room = Room(rows: 3, columns: 3, episodeLength: 5, endsAtGoal: true)
        let model = HistoryModel(in: room, length: 20, using: &generator)
        let evaluation = await model.evaluation(on: room.goals, seed: 1, settings: settings())
        #expect(evaluation.returns.joined().allSatisfy { $0.count == 4 && $0.allSatisfy { $0 <= 1 } })
        #expect(evaluation.total > 0.5)
    }
}
