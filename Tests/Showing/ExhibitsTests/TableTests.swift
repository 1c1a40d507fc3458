import Testing

@testable import Exhibits

struct TableTests {
    @Test func `a table formats each row's cells`() throws {
        let table = Table([(name: "a", share: 0.25, count: 1200), (name: "b", share: -2, count: 3)]) {
            Column("Name", \.name)
            Column("Share", places: 2, \.share)
            Column("Count", \.count)
            Column("Both", numbers: { "\($0.share.places(1)) of \($0.count)" })
        }
        let expected = TableContents(
            columns: [
                .init(title: "Name", isNumeric: false), .init(title: "Share", isNumeric: true),
                .init(title: "Count", isNumeric: true), .init(title: "Both", isNumeric: true),
            ],
            rows: [["a", "0.25", "1,200", "0.3 of 1200"], ["b", "−2.00", "3", "−2.0 of 3"]])
        #expect(try table.exhibited() == .table(expected))
    }

    @Test func `a table without columns is an error`() {
        let table = Table([1]) {}
        #expect(throws: TableError.noColumns) { try table.exhibited() }
        #expect(TableError.noColumns.description == "the table has no columns")
    }
}
