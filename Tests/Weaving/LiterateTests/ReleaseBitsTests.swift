import Foundation
import Testing

/// The library that chapters link, built with optimisation on, gives the bits that the tests of a debug build pin.
struct ReleaseBitsTests {
    @Test func `a release build gives a run the recorded bits`() async throws {
        let book = try TemporaryBook([
            "a.md": """
            # A run

            ```swift
            import OneNumber

            print(try Problem(seed: 7).run(seed: 7).digest)  // \(TemporaryBook.nonce())
            ```
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try book.page("a.html").contains("fd02778103a47855"))
    }

    @Test func `a release build trains a language model to the recorded bits, on one thread and on two`() async throws {
        let book = try TemporaryBook([
            "a.md": """
            # A run

            ```swift
            import Autodiff
            import DeterministicMath
            import GRPO
            import Language

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

            var settings = GRPOSettings()
            (settings.steps, settings.questions, settings.groupSize, settings.limit) = (3, 3, 4, 12)
            (settings.warmup, settings.rate) = (0, 1e-2)
            for threads in 1...2 {
                var run = try GRPORun(
                    of: LanguageModel(.wordProblems, features: 16, layers: 1, seed: 3), on: WordProblems(), by: Counting(),
                    settings: settings, seed: 5, threads: threads)
                for _ in 0..<3 { try await run.next() }
                let parameters = run.model.parameters
                print(Digest(of: parameters.all.flatMap { parameters[$0].values.map(Double.init) }))
            }
            // \(TemporaryBook.nonce())
            ```
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        // What `GRPORunTests` pins.
        #expect(try book.page("a.html").matches(of: #/fcf632f00d984cc2/#).count == 2)
    }

    @Test func `a release build says why it stops`() async throws {
        let book = try TemporaryBook([
            "a.md": """
            # A mistake

            ```swift
            import Advantages
            ```

            ```swift should_trap
            var window = Advantages<String>(.window(length: 2, minimumCount: 1))
            window.record([1, .nan], for: ["a", "b"])
            ```
            """
        ])
        defer { book.remove() }
        _ = try await book.weave()
        #expect(try book.page("a.html").contains("the reward of prompt b is nan"))
    }
}
