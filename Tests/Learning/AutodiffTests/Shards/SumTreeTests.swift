import DeterministicMath
import Testing

@testable import Autodiff

@Suite struct SumTreeTests {
    /// A sum that says how it was made.
    private struct Written: Summable {
        var text: String
        mutating func add(_ other: Written) { text = "(\(text)+\(other.text))" }
    }

    private func sum(_ order: [Int]) -> String {
        let tree = SumTree<Written>(leaves: order.count)
        for leaf in order { tree.put(Written(text: "\(leaf)"), at: leaf) }
        return tree.total().text
    }

    @Test func `neighbours are added in pairs, then the pairs`() {
        #expect(sum([0]) == "0")
        #expect(sum([0, 1, 2, 3]) == "((0+1)+(2+3))")
        #expect(sum([0, 1, 2, 3, 4, 5, 6]) == "(((0+1)+(2+3))+((4+5)+6))")
    }

    @Test func `the order in which terms come does not matter`() {
        var generator = Xoshiro256StarStar(seed: 1)
        for count in 1...20 {
            let expected = sum(Array(0..<count))
            for _ in 0..<10 {
                var order = Array(0..<count)
                for place in order.indices.dropFirst() {
                    order.swapAt(place, generator.integer(below: place + 1))
                }
                #expect(sum(order) == expected)
            }
        }
    }
}
