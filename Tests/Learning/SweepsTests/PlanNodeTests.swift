import DeterministicMath
import Testing
import Yams

@testable import Sweeps

/// What is read of a plan is what YAML means by it; the rest is refused.
struct PlanNodeTests {
    /// A plan with everything that plans may have.
    static let text = """
        # A comment.
        command: run   # another

        settings:
          advantage: [batch, "window", 'ema' ]
          rate: [-0.1, 1e-3]
          path: 'a: b #c'
          "quoted": a:b#c
          steps:
            # one a line
            - 1
            - "2"
          files:
          - x/y
        none:
        seeds: 1-4
        """

    /// The texts, lists and keys of a node, as a text.
    private func outline(_ node: PlanNode) -> String {
        switch node.content {
        case .nothing: "''"
        case .text(let text): "'\(text)'"
        case .list(let nodes): "[" + nodes.map(outline).joined(separator: ", ") + "]"
        case .entries(let entries):
            "{" + entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// The same of the YAML parser's node.
    private func outline(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): "'\(scalar.string)'"
        case .sequence(let nodes): "[" + nodes.map(outline).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", ") + "}"
        case .alias: "alias"
        }
    }

    @Test func `keys, lists in both forms, quotes and comments are read as YAML means them`() throws {
        let read = try outline(PlanNode(parsing: Self.text, path: "plan.yml"))
        #expect(read == (try compose(yaml: Self.text).map(outline)))
        #expect(read.contains("'path': 'a: b #c', 'quoted': 'a:b#c', 'steps': ['1', '2'], 'files': ['x/y']}"))
    }

    @Test func `of many damaged plans, each is refused or means the same to a parser of all YAML`() throws {
        let characters =
            Array("ab1 \n:#-,[]{}\"'\\\t&*!|>%@?\r\u{0}\u{B}\u{85}\u{A0}\u{2028}\u{301}\u{FEFF}")
            + ["\n  ", "\n- ", ": ", " #"].map { Array($0) }.joined()
        var generator = Xoshiro256StarStar(seed: 11)
        func below(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }
        var (accepted, refused) = (0, 0)
        for _ in 0..<4000 {
            var text = Array(Self.text)
            for _ in 0...below(3) {
                let place = below(text.count)
                switch below(3) {
                case 0: text.remove(at: place)
                case 1: text.insert(characters[below(characters.count)], at: place)
                default: text[place] = characters[below(characters.count)]
                }
            }
            guard let node = try? PlanNode(parsing: String(text), path: "plan.yml") else {
                refused += 1
                continue
            }
            accepted += 1
            let meant = (try? compose(yaml: String(text))).flatMap { $0.map(outline) }
            #expect(outline(node) == meant, "\(String(text))")
        }
        #expect(accepted > 500 && refused > 500)
    }

    @Test(arguments: [
        ("a: &b c", "1:4"), ("a: |\n  b", "1:4"), ("a: {b: c}", "1:4"), ("a: [b\n  c]", "1:6"), ("a: 'b", "1:4"),
        ("a:\n\tb: c", "2:1"), ("a\n", "1:2"), ("- a: b", "1:4"), ("a: b\n  c: d", "2:3"),
        ("a:\n    b: c\n  d: e", "3:3"),
    ])
    func `what else YAML has is refused where it stands`(text: String, place: String) throws {
        let error = #expect(throws: SweepError.self) { try PlanNode(parsing: text, path: "plan.yml") }
        #expect(try #require(error).description.hasPrefix("plan.yml:\(place): error: "))
    }

    @Test func `a key that is there twice is an error`() {
        #expect(throws: SweepError.plan(path: "p", place: PlanPlace(line: 2, column: 1), flaw: .keyTwice("a"))) {
            try PlanNode(parsing: "a: b\na: c", path: "p")
        }
    }
}
