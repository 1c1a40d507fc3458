import Foundation
import Testing

@testable import Exhibits

private enum Method: String, TableValue { case window, batch }
private enum Level: Int, TableValue { case low = 1000 }

struct TableValueTests {
    private func contents<Row>(_ table: Table<Row>) throws -> TableContents? {
        if case .table(let contents) = try table.exhibited() { contents } else { nil }
    }

    @Test func `a column shows values of every common type without being told how`() throws {
        let row = (
            count: 1234, small: UInt8(200), float: Float(2.5), double: 1.0 / 3, yes: true, name: "a",
            part: "bc".dropFirst(),
            letter: Character("x"), day: Date(timeIntervalSince1970: 86_400), some: Int?.some(3), none: Double?.none,
            method: Method.window, level: Level.low
        )
        let shown = try contents(
            Table([row]) {
                Column("count") { $0.count }
                Column("small") { $0.small }
                Column("float") { $0.float }
                Column("double") { $0.double }
                Column("yes") { $0.yes }
                Column("name") { $0.name }
                Column("part") { $0.part }
                Column("letter") { $0.letter }
                Column("day") { $0.day }
                Column("some", \.some)
                Column("none", \.none)
                Column("method", \.method)
                Column("level", \.level)
            })
        #expect(
            shown?.rows == [
                [
                    "1,234", "200", "2.5", "0.3333", "true", "a", "c", "x", "1970-01-02", "3", "–", "window", "1,000",
                ]
            ])
        #expect(
            shown?.columns.filter(\.isNumeric).map(\.title)
                == ["count", "small", "float", "double", "some", "none", "level"])
    }

    @Test func `decimals can be written for floats and for optionals`() throws {
        let shown = try contents(
            Table([(Float(0.25), Double?.some(-2)), (Float(1), nil)]) {
                Column("float", places: 1) { $0.0 }
                Column("maybe", places: 2) { $0.1 }
            })
        #expect(shown?.rows == [["0.3", "−2.00"], ["1.0", "–"]])
        #expect(shown?.columns.allSatisfy(\.isNumeric) == true)
    }
}
