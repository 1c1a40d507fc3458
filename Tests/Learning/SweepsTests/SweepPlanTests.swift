import Testing

@testable import Sweeps

/// A plan is read whole, or refused at line and column.
struct SweepPlanTests {
    static let text = """
        command: darkroom a2c
        settings:
          rate: [0.1, 0.2]
          fast: [true, false]
        seeds: 3-9
        block: 3
        """

    private func plan(_ text: String) throws -> SweepPlan { try SweepPlan(parsing: text, path: "plan.yml") }

    private func message(_ text: String) -> String {
        do { return "\(try plan(text))" } catch { return "\(error)" }
    }

    @Test func `a grid times seeds becomes blocks, the last axis changing fastest`() throws {
        let plan = try plan(Self.text)
        #expect(plan.command == ["darkroom", "a2c"])
        #expect(plan.combinations == [["0.1", "true"], ["0.1", "false"], ["0.2", "true"], ["0.2", "false"]])
        let blocks = try plan.blocks(code: "c")
        #expect(blocks.count == 12)
        #expect(blocks[0...3].map(\.seeds) == [3...5, 6...8, 9...9, 3...5])
        #expect(blocks[0].arguments == ["--rate", "0.1", "--fast"])
        #expect(blocks[3].arguments == ["--rate", "0.1"])
        #expect(blocks[2].name == "darkroom a2c --rate 0.1 --fast, seed 9")
    }

    @Test func `more seeds only add blocks, and the order of settings is no part of a key`() throws {
        let keys = try plan(Self.text).blocks(code: "c").filter { $0.seeds.count == 3 }.map(\.key)
        let more = try plan(Self.text.replacing("3-9", with: "3-20")).blocks(code: "c").map(\.key)
        #expect(Set(keys).isSubset(of: more))
        let turned = """
            command: darkroom a2c
            settings:
              fast: [true, false]
              rate: [0.1, 0.2]
            seeds: 3-9
            block: 3
            """
        #expect(
            Set(try plan(turned).blocks(code: "c").map(\.key)) == Set(try plan(Self.text).blocks(code: "c").map(\.key)))
    }

    @Test(arguments: [
        ("rate: [0.1, 0.2]", "rate: [0.1, 0.3]"), ("a2c", "a3c"), ("fast", "slow"), ("3-9", "4-9"),
        ("block: 3", "block: 4"),
    ])
    func `each ingredient of a key changes it`(part: String, other: String) throws {
        let keys = Set(try plan(Self.text).blocks(code: "c").map(\.key))
        #expect(Set(try plan(Self.text.replacing(part, with: other)).blocks(code: "c").map(\.key)) != keys)
        #expect(Set(try plan(Self.text).blocks(code: "d").map(\.key)).isDisjoint(with: keys))
    }

    @Test(arguments: [
        (
            "seeds: 3-9", "seeds: 9-3",
            "plan.yml:5:8: error: 'seeds' is 9-3; it must be one seed, or the first and the last: 1-4000"
        ),
        ("block: 3", "block: 0", "plan.yml:6:8: error: 'block' is 0; it must be a whole number from 1 to 1000000"),
        ("block: 3", "blok: 3", "plan.yml:6:1: error: unknown key 'blok': there are command, settings, seeds, block"),
        ("[0.1, 0.2]", "[0.1, 0.1]", "plan.yml:3:15: error: '0.1' is twice in 'rate'"),
        ("fast:", "seed:", "plan.yml:4:3: error: the seed is no setting: 'seeds' says which there are"),
        ("[0.1, 0.2]", "[]", "plan.yml:3:9: error: 'rate' has no value"),
        (
            "[0.1, 0.2]", "'1,2'",
            "plan.yml:3:9: error: '1,2' has a comma, a quotation mark or a line's end, which tables can not show"
        ),
        ("command: darkroom a2c\n", "", "plan.yml:1:1: error: the plan has no 'command'"),
    ])
    func `what is wrong is said at its place`(part: String, other: String, expected: String) {
        #expect(message(Self.text.replacing(part, with: other)) == expected)
    }

    @Test func `a text that is no plan is an error and no crash`() {
        #expect(message("").contains("keys with values belong here"))
        #expect(message("- a\n- b").contains("keys with values belong here"))
        #expect(message("a: [").hasPrefix("plan.yml:1:5: error: the line ends too early: "))
    }
}
