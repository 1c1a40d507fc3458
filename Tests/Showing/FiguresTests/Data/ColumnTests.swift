import Testing

@testable import Figures

@Suite struct ColumnTests {
    private func column(_ values: [any Plottable]) -> Column { Column(values) { $0 } }

    private func values(_ column: Column) -> [PlotValue] { (0..<column.count).map { column[$0] } }

    @Test func `a column of one kind gives its values back`() {
        let (integers, numbers) = (column([3, Int.max, 3]), column([0.0, -0.0, 1.5]))
        #expect(values(integers) == [.integer(3), .integer(.max), .integer(3)])
        #expect(values(numbers) == [.number(0), .number(0), .number(1.5)])
        // A zero keeps its sign, although both zeros are one place.
        #expect(numbers[1].exactText == "-0.0")
        #expect(values(column(["b", "a", "b"])) == [.category("b"), .category("a"), .category("b")])
        #expect(values(column([])).isEmpty)
    }

    @Test func `a column of several kinds gives its values back`() {
        for first in [1, 1.5, "a"] as [any Plottable] {
            let list: [any Plottable] = [first, first, 2, 2.5, "b", 2]
            #expect(values(column(list)) == list.map(\.plotValue))
        }
    }

    @Test func `distinct values stand in order of appearance`() {
        let lists: [[any Plottable]] = [
            [5, 3, 5, 4, 3], [0.5, 0.25, 0.5, 2.0, 0.25], ["x", "a", "x", "b", "a"], [1, "1", 1, 1.0, "1"],
        ]
        for list in lists {
            let (distinct, indices) = column(list).distinct
            #expect(indices == [0, 1, 0, 2, 1])
            #expect(distinct == [0, 1, 3].map { list[$0].plotValue })
        }
        #expect(column([]).distinct.values.isEmpty)
    }

    @Test func `one category is enough to be no column of numbers`() {
        #expect(column([1, 2]).allNumbers == [1, 2])
        #expect(column([1, 2.5]).allNumbers == [1, 2.5])
        #expect(column([0.5]).allNumbers == [0.5])
        #expect(column([1, 2.5, "a"]).allNumbers == nil)
        #expect(column(["a"]).allNumbers == nil)
    }

    @Test func `a number that is none is noticed among any others`() {
        #expect(column([1, 2]).isFinite && column([1, 2.5, "a"]).isFinite && column(["NaN"]).isFinite)
        #expect(!column([1.5, .nan]).isFinite)
        #expect(!column(["a", -Double.infinity]).isFinite)
    }
}
