import DarkRoom
import DeterministicMath
import Testing

struct LessonSourceTests {
    private let room = Room()

    /// Random agents' histories: two streams each for two goals, 12 episodes.
    private var histories: Histories {
        var generator = Xoshiro256StarStar(seed: 1)
        let goals: [Goal] = [.cell(41), .cell(3)]
        let steps = goals.map { goal in
            (0..<2).map { _ in
                var agent = RandomAgent()
                return Array(agent.steps(in: room, goal: goal, episodes: 12, using: &generator).joined())
            }
        }
        return Histories(in: room, goals: goals, steps: steps)
    }

    private func goals(of lesson: Lesson) -> Set<Int> {
        Set(lesson.steps.filter { $0.reward > 0 }.map { room.cell(after: $0.action, from: $0.cell) })
    }

    private func lessons(_ source: some LessonSource, count: Int = 50) -> [Lesson] {
        var generator = Xoshiro256StarStar(seed: 2)
        return (0..<count).map { _ in source.lesson(using: &generator) }
    }

    /// Where the steps of a slot stand: in which streams, and as which episode of them.
    private func places(of slot: Int, _ lesson: Lesson, in histories: Histories) -> [Int: Int] {
        let steps = Array(lesson.steps[20 * slot..<20 * slot + 20])
        var places: [Int: Int] = [:]
        for (number, stream) in histories.streams.enumerated() {
            for episode in 0..<stream.episodeCount where Array(stream[episode]) == steps {
                places[number] = episode
            }
        }
        return places
    }

    @Test func `a lesson is whole episodes of one stream in their order, with what was done as labels`() {
        let histories = histories
        for lesson in lessons(HistoryLessons(histories, slots: 4, rule: .stride(3))) {
            #expect(lesson.steps.count == 80)
            #expect(lesson.labels == lesson.steps.map(\.action))
            let stream = places(of: 0, lesson, in: histories).keys.first ?? -1
            for slot in 0..<4 {
                let episode = places(of: slot, lesson, in: histories)[stream] ?? -1
                #expect(episode / 3 == slot && episode >= 0)
            }
        }
    }

    @Test func `consecutive slots begin anywhere`() {
        let histories = histories
        var firsts: Set<Int> = []
        for lesson in lessons(HistoryLessons(histories, slots: 4, rule: .consecutive), count: 80) {
            guard let (stream, first) = places(of: 0, lesson, in: histories).first else {
                Issue.record("the first slot is no episode")
                continue
            }
            firsts.insert(first)
            for slot in 1..<4 {
                #expect(places(of: slot, lesson, in: histories)[stream] == first + slot)
            }
        }
        #expect(firsts == Set(0...8))
    }

    @Test func `shuffled slots are of several streams, of the same stage`() {
        let histories = histories
        var streams: Set<Int> = []
        for lesson in lessons(HistoryLessons(histories, slots: 8, rule: .stride(1), mixture: .shuffled), count: 1) {
            for slot in 0..<8 {
                let place = places(of: slot, lesson, in: histories).first
                #expect(place?.value == slot)
                streams.insert(place?.key ?? -1)
            }
        }
        #expect(streams.count > 1)
    }

    @Test func `interleaved slots are halves of the streams of one agent, in turn`() {
        let histories = histories + histories
        for lesson in lessons(HistoryLessons(histories, slots: 6, rule: .stride(2), mixture: .interleaved)) {
            #expect(lesson.steps.map(\.time) == (0..<6).flatMap { _ in 0..<20 })
            #expect(goals(of: lesson).count <= 1)
            let places = (0..<12).map { half in
                let steps = lesson.steps[10 * half..<10 * half + 10]
                return histories.streams.indices.filter { number in
                    let stream = histories.streams[number]
                    return (half / 2 * 2..<half / 2 * 2 + 2).contains {
                        let begin = stream[$0].startIndex + 10 * (half % 2)
                        return stream.steps[begin..<begin + 10] == steps
                    }
                }
            }
            // Twice two agents of two streams each, the second two like the first.
            let first = Set(places[0].map { $0 % 4 })
            #expect(first.count == 1)
            for (half, found) in places.enumerated() {
                #expect(Set(found.map { $0 % 4 }) == Set(first.map { half % 2 == 0 ? $0 : $0 ^ 1 }))
            }
        }
    }

    @Test func `optimal labels lead to the stream's goal from wherever it was, on one kind of way a lesson`() {
        for lesson in lessons(HistoryLessons(histories, slots: 8, rule: .stride(1), labels: .optimal)) {
            guard let goal = goals(of: lesson).first else { continue }
            for (step, label) in zip(lesson.steps, lesson.labels) {
                #expect(room.shortestSteps(from: step.cell, to: goal).contains(label ?? .noop))
            }
        }
        let kinds = lessons(HistoryLessons(histories, slots: 1, rule: .stride(1), labels: .optimal)).map {
            $0.labels[0]
        }
        #expect(Set(kinds).count > 2)
    }

    @Test func `gated lessons come from streams in which a reward is seen`() {
        let histories = histories
        let source = HistoryLessons(histories, slots: 12, rule: .gatedJump(last: 2))
        for lesson in lessons(source) { #expect(lesson.steps.contains { $0.reward > 0 && $0.time < 19 }) }
    }

    @Test func `a fading expert begins at random and ends on the goal`() {
        let source = NoiseLessons(in: room, goals: [.cell(41)])
        let all = lessons(source, count: 200)
        let returns = (0..<8).map { slot in
            all.map { Double($0.steps[20 * slot..<20 * slot + 20].reduce(0) { $0 + $1.reward }) }.mean()
        }
        #expect(returns[7] == 20)
        #expect(returns[0] < 6)
        #expect(zip(returns, returns.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `an agent's life is its lesson, each goal as likely`() {
        let source = AgentLessons(of: OptimistAgent(), in: room, goals: [.cell(41), .cell(3)], episodes: 6)
        let all = lessons(source)
        #expect(all.allSatisfy { $0.steps.count == 120 })
        #expect(Set(all.map { goals(of: $0) }) == [[41], [3]])
    }

    @Test func `a turned lesson is a walk to a turned goal`() {
        let source = TurnedLessons(AgentLessons(of: OptimistAgent(), in: room, goals: [.cell(3)], episodes: 6))
        let all = lessons(source, count: 100)
        for lesson in all {
            let goal = goals(of: lesson)
            #expect(goal.count == 1)
            var walk = Walk(in: room, to: .cell(goal.first ?? 0))
            for step in lesson.steps {
                if walk.isOver { walk = Walk(in: room, to: .cell(goal.first ?? 0)) }
                #expect(step.cell == walk.cell)
                let reward = walk.take(step.action)
                #expect(step.reward == reward)
            }
            #expect(lesson.labels == lesson.steps.map(\.action))
        }
        let orbit = Symmetry.orbits(in: room).first { $0.contains(3) }
        #expect(Set(all.flatMap { goals(of: $0) }) == Set(orbit ?? []))
    }
}
