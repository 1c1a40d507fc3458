import Foundation
import Language
import Testing

struct GSM8KEvaluatorTests {
    static let gold = "<reasoning>\n4 + 5 = 9\n</reasoning>\n<answer>\n9\n</answer>\n"

    static func rewards(_ text: String, answer: String = "9", _ mending: GSM8KEvaluator.Mending = []) -> [Double] {
        GSM8KEvaluator(mending: mending).rewards(of: Answer(to: Question(text: "", answer: answer), text)).values
    }

    struct Case: Decodable {
        let text: String
        let answer: String
        let rewards: [Double]
    }

    @Test func `without mendings the rewards are those of Python's patterns and strings`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "rewards", withExtension: "json", subdirectory: "Fixtures"))
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
        #expect(cases.count == 400)
        for example in cases {
            let ours = Self.rewards(example.text, answer: example.answer)
            for (our, theirs) in zip(ours, example.rewards) {
                #expect(abs(our - theirs) < 1e-12, "\(example.text.debugDescription): \(ours), not \(example.rewards)")
            }
        }
    }

    /// A text made to mislead, what the original pays for it, and what it should be paid: correctness, integer, strict, soft, tags.
    struct Misleading: CustomTestStringConvertible {
        let text: String
        var answer = "9"
        let original: [Double]
        let mended: [Double]
        var testDescription: String { text.debugDescription }
    }

    static let table = [
        // The text that is right in every way: the soft format does not allow its line breaks.
        Misleading(text: gold, original: [2, 0.5, 0.5, 0, 0.5], mended: [2, 0.5, 0.5, 0.5, 0.5]),
        // All on one line: soft now, but not strict.
        Misleading(
            text: "<reasoning> 4 + 5 = 9 </reasoning> <answer> 9 </answer>",
            original: [2, 0.5, 0, 0.5, 0], mended: [2, 0.5, 0, 0.5, 0.5]),
        // Reasoning over two lines has neither format.
        Misleading(
            text: "<reasoning>\n4 + 4 = 8\n8 + 1 = 9\n</reasoning>\n<answer>\n9\n</answer>\n",
            original: [2, 0.5, 0, 0, 0.5], mended: [2, 0.5, 0.5, 0.5, 0.5]),
        // A bare number, without any tag, is taken for an answer.
        Misleading(text: "9", original: [2, 0.5, 0, 0, 0], mended: [0, 0, 0, 0, 0]),
        // Nothing at all.
        Misleading(text: "", original: [0, 0, 0, 0, 0], mended: [0, 0, 0, 0, 0]),
        // Tags around nothing earn both formats' worth in many programs.
        Misleading(
            text: "<reasoning>\n\n</reasoning>\n<answer>\n\n</answer>\n",
            original: [0, 0, 0.5, 0, 0.5], mended: [0, 0, 0, 0, 0.5]),
        // The last of several answers counts: a guess after every number.
        Misleading(
            text: "<answer>\n8\n</answer>\n<answer>\n9\n</answer>\n",
            original: [2, 0.5, 0, 0, 0.125], mended: [0, 0, 0, 0, 0]),
        // An answer that is opened and never closed, and one that is closed and never opened.
        Misleading(text: "<answer>9", original: [2, 0.5, 0, 0, 0], mended: [0, 0, 0, 0, 0.125]),
        Misleading(text: "9</answer>", original: [2, 0.5, 0, 0, 0], mended: [0, 0, 0, 0, 0.125]),
        // A negative number and a thousands comma: right, but no integers to the original.
        Misleading(
            text: "<answer>\n-3\n</answer>\n", answer: "-3",
            original: [2, 0, 0, 0, 0.125], mended: [2, 0.5, 0, 0, 0.25]),
        Misleading(
            text: "<answer>\n1,000\n</answer>\n", answer: "1000",
            original: [0, 0, 0, 0, 0.125], mended: [2, 0.5, 0, 0, 0.25]),
        // A comma where none belongs.
        Misleading(
            text: "<answer>\n10,00\n</answer>\n", answer: "1000",
            original: [0, 0, 0, 0, 0.125], mended: [0, 0, 0, 0, 0.25]),
        // A leading zero, a superscript that Python counts as a digit.
        Misleading(
            text: "<answer>\n09\n</answer>\n", original: [0, 0.5, 0, 0, 0.125], mended: [2, 0.5, 0, 0, 0.25]),
        Misleading(
            text: "<answer>\n9²\n</answer>\n", original: [0, 0.5, 0, 0, 0.125], mended: [0, 0, 0, 0, 0.25]),
        // A unit is part of the answer.
        Misleading(
            text: "<answer>\n9 apples\n</answer>\n", original: [0, 0, 0, 0, 0.125], mended: [0, 0, 0, 0, 0.25]),
        // Whoever goes on talking pays for each character twice, without an end.
        Misleading(
            text: gold + String(repeating: "9", count: 1000),
            original: [2, 0.5, 0, 0, -1.5], mended: [2, 0.5, 0, 0, 0]),
        // A second line break at the end is not seen by the pattern, and paid for by the tags.
        Misleading(text: gold + "\n", original: [2, 0.5, 0.5, 0, 0.498], mended: [2, 0.5, 0.5, 0.5, 0.5]),
        // A missing one at the end costs the strict format, and a thousandth for every character of the text.
        Misleading(
            text: String(gold.dropLast()), original: [2, 0.5, 0, 0, 0.5 - 0.055 + 0.001],
            mended: [2, 0.5, 0, 0.5, 0.5]),
        // Tags in the wrong order.
        Misleading(
            text: "<answer>\n9\n</answer>\n<reasoning>\n4 + 5 = 9\n</reasoning>\n",
            original: [2, 0.5, 0, 0, 0.125 + 0.125 + 0.125 - 0.035], mended: [2, 0.5, 0, 0, 0.5 - 0.034]),
    ]

    @Test(arguments: table) func `each reward has its right value, also where texts mislead`(_ row: Misleading) {
        for (mending, expected) in [(GSM8KEvaluator.Mending(), row.original), (.all, row.mended)] {
            let values = Self.rewards(row.text, answer: row.answer, mending)
            for (value, right) in zip(values, expected) { #expect(abs(value - right) < 1e-12, "\(values)") }
        }
    }

    @Test func `the right text earns 3.5 of 4 in the original, and nothing earns more`() throws {
        let best = Self.table.map { $0.original.reduce(0, +) }.max()
        #expect(Self.rewards(Self.gold).reduce(0, +) == 3.5 && best == 3.5)
        #expect(Self.rewards(Self.gold, .all).reduce(0, +) == 4)
    }

    @Test func `each mending changes the rewards that it names`() {
        func changed(_ mending: GSM8KEvaluator.Mending) -> Set<Int> {
            Set(
                Self.table.flatMap { row in
                    let (before, after) = (
                        Self.rewards(row.text, answer: row.answer), Self.rewards(row.text, answer: row.answer, mending)
                    )
                    return before.indices.filter { before[$0] != after[$0] }
                })
        }
        #expect(changed(.formats) == [2, 3] && changed(.extraction) == [0, 1])
        #expect(changed(.numbers) == [0, 1] && changed(.tags) == [4])
    }

    @Test func `a breakdown has names, a total and whether the answer is right`() {
        let rewards = GSM8KEvaluator().rewards(of: Answer(to: Question(text: "", answer: "9"), Self.gold))
        #expect(rewards.names == ["correctness", "integer", "strict format", "soft format", "tags"])
        #expect(rewards["strict format"] == 0.5 && rewards["no such reward"] == 0)
        #expect(rewards.total == 3.5 && rewards.isRight)
        #expect(GSM8KEvaluator().extractedAnswer(of: Self.gold) == "9")
        #expect(GSM8KEvaluator(mending: .extraction).extractedAnswer(of: "9") == nil)
    }
}
