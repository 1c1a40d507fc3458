import DeterministicMath
import Language
import Testing

struct JudgeTests {
    /// Stories of every quality, with their scores.
    static func stories(from first: Int, _ count: Int) -> (answers: [Answer], scores: [Int]) {
        let answers = Stories().lessons(from: first, count: count, seed: 3).map {
            Answer(to: Question(text: $0.text, answer: ""), $0.solution ?? "")
        }
        return (answers, StoryRubric().rewards(of: answers).map { Int($0.total) })
    }

    @Test func `a judge that was shown stories tells good from bad, in words or by probabilities`() async throws {
        let shown = Self.stories(from: 0, 400)
        var judge = try await Judge(shown: shown.answers, scores: shown.scores, features: 32, steps: 60, seed: 1)
        let new = Self.stories(from: 1000, 200)
        for reading in Judge.Reading.allCases {
            judge.reading = reading
            let scores = try await judge.rewards(of: new.answers).map(\.total)
            #expect(scores.allSatisfy { (1...5).contains($0) })
            let good = zip(scores, new.scores).filter { $1 >= 4 }.map(\.0)
            let bad = zip(scores, new.scores).filter { $1 <= 2 }.map(\.0)
            #expect(good.mean() > bad.mean() + 0.3, "\(reading)")
        }
        let verdicts = try await judge.verdicts(on: new.answers)
        #expect(verdicts.count { $0.found == nil } < 10)
    }

    @Test func `a judge that can not be understood gives the minimum, and is counted`() async throws {
        let shown = Self.stories(from: 0, 64)
        let judge = try await Judge(shown: shown.answers, scores: shown.scores, features: 16, steps: 1, seed: 1)
        let rewards = try await judge.rewards(of: shown.answers)
        let unreadable = rewards.filter { !$0.isReadable }
        #expect(!unreadable.isEmpty && unreadable.allSatisfy { $0.total == 1 })
    }

    @Test func `a judge, and what learns from it, have the same bits on one thread and on two`() async throws {
        let shown = Self.stories(from: 0, 96)
        let teller = LanguageModel(.stories, features: 16, layers: 1, seed: 4)
        var settings = GRPORunTests.settings
        settings.limit = 16
        var (digests, verdicts, metrics): ([[Digest]], [[Verdict]], [GRPOMetrics]) = ([], [], [])
        for threads in [1, 2] {
            // By probabilities, so that no two answers earn the same and every step learns something.
            let judge = try await Judge(
                shown: shown.answers, scores: shown.scores, features: 16, steps: 12, reading: .expected, seed: 2,
                threads: threads)
            verdicts.append(try await judge.verdicts(on: shown.answers))
            var run = try GRPORun(
                of: teller, on: Stories(), by: judge, settings: settings, seed: 6, threads: threads)
            for _ in 0..<2 { metrics.append(try await run.next()) }
            digests.append([judge.model, run.model].map(GRPORunTests.digest))
        }
        #expect(digests[0] == digests[1] && verdicts[0] == verdicts[1] && metrics[..<2] == metrics[2...])
        #expect(digests[0][1] != GRPORunTests.digest(teller))
    }
}
