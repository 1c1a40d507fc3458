import Advantages
import Autodiff
import DeterministicMath
import GRPO
import Language
import Testing
import Transformers

struct GRPORunTests {
    /// A model that knows nothing, small enough to train in a test.
    static let model = LanguageModel(.wordProblems, features: 16, layers: 1, seed: 3)

    /// Pays for numbers, which even a model that knows nothing says now and then.
    struct Counting: Evaluator {
        let rewardNames = ["numbers"]

        func rewards(of answers: [Answer]) -> [Rewards] {
            answers.map {
                let words = $0.text.split(separator: " ")
                let share = Double(words.count { Int($0) != nil }) / Double(max(words.count, 1))
                return Rewards(names: rewardNames, values: [share], isRight: share > 0.8)
            }
        }
    }

    /// Pays nobody.
    struct Stingy: Evaluator {
        let rewardNames = ["nothing"]

        func rewards(of answers: [Answer]) -> [Rewards] {
            answers.map { _ in Rewards(names: rewardNames, values: [0], isRight: false) }
        }
    }

    static var settings: GRPOSettings {
        var settings = GRPOSettings()
        (settings.steps, settings.questions, settings.groupSize, settings.limit) = (3, 3, 4, 12)
        (settings.warmup, settings.rate) = (0, 1e-2)
        return settings
    }

    static func run(
        _ settings: GRPOSettings = settings, by evaluator: any Evaluator = Counting(), threads: Int = .max
    ) throws -> GRPORun {
        try GRPORun(of: model, on: WordProblems(), by: evaluator, settings: settings, seed: 5, threads: threads)
    }

    static func digest(_ model: LanguageModel) -> Digest {
        Digest(of: model.parameters.all.flatMap { model.parameters[$0].values.map(Double.init) })
    }

    @Test func `the same seed gives the same bytes on one and two threads`() async throws {
        var (one, two) = (try Self.run(threads: 1), try Self.run(threads: 2))
        for _ in 0..<3 {
            let (first, second) = (try await one.next(), try await two.next())
            #expect(first == second)
        }
        #expect(Self.digest(one.model) == Self.digest(two.model))
        #expect(Self.digest(one.model) != Self.digest(Self.model))
    }

    /// The digest that `ReleaseBitsTests` holds a release build to.
    @Test func `a run gives the recorded bits`() async throws {
        var run = try Self.run()
        for _ in 0..<Self.settings.steps { try await run.next() }
        #expect("\(Self.digest(run.model))" == "fcf632f00d984cc2")
    }

    @Test func `at the first step the loss is zero and its gradient is not`() async throws {
        var run = try Self.run()
        let metrics = try await run.next()
        #expect(abs(metrics.loss) < 1e-6 && metrics.divergence < 1e-6 && metrics.penalty == 0)
        #expect(metrics.gradientNorm > 0.01)
        let later = try await run.next()
        #expect(later.penalty > 0 && later.divergence > 0)
        #expect(abs(later.loss - (later.penalty - later.surrogate)) < 1e-12)
    }

    @Test func `what is paid for becomes more`() async throws {
        var settings = Self.settings
        settings.steps = 12
        var run = try Self.run(settings)
        var rewards: [Double] = []
        while run.step < settings.steps { rewards.append(try await run.next().reward) }
        #expect(rewards[9...].mean() > rewards[..<3].mean() + 0.08, "\(rewards)")
    }

    @Test func `the log-probabilities of sampling are those that are trained`() async throws {
        var settings = Self.settings
        // The ratio to the sampling policy is 1 at the first update, so that nothing at all can be clipped.
        settings.objective.surrogate = .clipped(below: 0, above: 0)
        for isTempered in [false, true] {
            settings.trainsTempered = isTempered
            var run = try Self.run(settings)
            #expect(try await run.next().clipped == 0)
        }
    }

    @Test func `several updates with a batch reach the clip`() async throws {
        var settings = Self.settings
        settings.objective.surrogate = .clipped(below: 0.05, above: 0.05)
        settings.updates = 4
        var run = try Self.run(settings)
        #expect(try await run.next().clipped > 0)
    }

    @Test func `a single answer to each question needs a method that remembers`() async throws {
        var settings = Self.settings
        settings.groupSize = 1
        #expect(throws: LanguageError.self) { try Self.run(settings) }
        settings.advantages = .window(length: 4, minimumCount: 2)
        var run = try Self.run(settings)
        #expect(try await run.next().gradientNorm > 0)
    }

    @Test func `the reference moves where it is told to`() async throws {
        var settings = Self.settings
        settings.mixing = GRPOSettings.Mixing(interval: 2, share: 1)
        var run = try Self.run(settings)
        try await run.next()
        #expect(Self.digest(run.reference) == Self.digest(Self.model))
        try await run.next()
        #expect(Self.digest(run.reference) == Self.digest(run.model))
    }

    @Test func `a run that can learn nothing says so`() async throws {
        var settings = Self.settings
        settings.limit = 1
        var run = try Self.run(settings, by: Stingy())
        let warnings = try await run.next().warnings
        #expect(warnings.count == 2)
        #expect(
            warnings.map(\.description).allSatisfy { $0.contains("cut off") || $0.contains("nothing to learn") })
        #expect(try await Self.firstMetrics().warnings.isEmpty)
    }

    private static func firstMetrics() async throws -> GRPOMetrics {
        var settings = settings
        settings.limit = 400
        var run = try run(settings)
        return try await run.next()
    }

    @Test func `cut-off answers and dead groups can be left out`() async throws {
        var settings = Self.settings
        settings.limit = 1
        settings.dropsTruncated = true
        var run = try Self.run(settings)
        let metrics = try await run.next()
        #expect(metrics.truncated == 1 && metrics.gradientNorm == 0)
    }
}
