import Exhibits
import Testing

@Suite struct DataTableTests {
    @Test func `fields are quoted where the comma-separated format needs it`() {
        let table = DataTable(columns: ["x", "a,b"], rows: [["1", ""], ["say \"no\"", "two\nlines"], ["\r", "−2"]])
        #expect(table.csv == "x,\"a,b\"\n1,\n\"say \"\"no\"\"\",\"two\nlines\"\n\"\r\",−2\n")
    }
}
