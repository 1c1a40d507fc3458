import ArgumentParser
import ChatModels
import Records

/// `train problems`: questions that a small checkpoint can learn to answer.
struct ProblemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "Prints word problems of one step, in the form of GSM8K's files.",
        discussion: """
            Problems to learn from never have the answers 5, 8, 13 and 16. With --held-out it prints others, never learned from; \
            every second has one of those answers.
            """)

    @Option(help: "How many problems.") var num = 240
    @Option(help: "Decides the problems.") var seed: UInt64 = 0
    @Flag(help: "Problems to be judged by.") var heldOut = false

    func validate() throws { try require((1...1000).contains(num), "--num", num, "from 1 to 1000") }

    func run() throws {
        let problems = heldOut ? OneStepProblem.heldOut(num, seed: seed) : OneStepProblem.training(num, seed: seed)
        for problem in problems { print(try problem.jsonLine()) }
    }
}
