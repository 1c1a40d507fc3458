import Testing

@testable import Literate

struct ModifiedSourceTests {
    @Test func `a file that was saved during a build is found in the build's log`() throws {
        let log = """
            [3/9] Compiling Dice Dice.swift
            error: input file '/tmp/my book/Sources/Dice/Dice.swift' was modified during the build
            error: fatalError
            """
        #expect(try #require(ModifiedSource(in: log)).path == "/tmp/my book/Sources/Dice/Dice.swift")
    }

    @Test(arguments: ["", "/a/Dice.swift:1:1: error: cannot find 'x' in scope\n", "it was modified during the build"])
    func `other logs name none`(log: String) {
        #expect(ModifiedSource(in: log) == nil)
    }

    @Test func `the diagnostic is one sentence`() {
        let found = Diagnostic(
            path: "Sources/Dice/Dice.swift", position: nil, problem: .savedDuringBuild(product: "DiceRuntime"))
        #expect(
            found.description
                == "Sources/Dice/Dice.swift: error: was saved while DiceRuntime was built from it; the next weave builds it anew"
        )
    }
}
