/// The cheapest way to give each row a column of its own (Kuhn 1955, "The Hungarian method"; in Jonker and Volgenant's form
/// of shortest augmenting paths).
///
/// - Parameters:
///   - rows: how many rows there are, at most as many as columns.
///   - columns: how many columns there are.
///   - cost: what a row's column costs.
/// - Returns: the column of each row.
func cheapestAssignment(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Int) -> [Int] {
    // Column and row 0 are no real ones: the free row of the step stands in column 0.
    var rowPrice = [Int](repeating: 0, count: rows + 1)
    var columnPrice = [Int](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
        rowOf[0] = row
        var column = 0
        var slack = [Int](repeating: .max, count: columns + 1)
        var cameFrom = [Int](repeating: 0, count: columns + 1)
        var isDone = [Bool](repeating: false, count: columns + 1)
        repeat {
            isDone[column] = true
            let current = rowOf[column]
            var (least, next) = (Int.max, 0)
            for other in 1...columns where !isDone[other] {
                let reduced = cost(current - 1, other - 1) - rowPrice[current] - columnPrice[other]
                if reduced < slack[other] { (slack[other], cameFrom[other]) = (reduced, column) }
                if slack[other] < least { (least, next) = (slack[other], other) }
            }
            for other in 0...columns {
                if isDone[other] {
                    rowPrice[rowOf[other]] += least
                    columnPrice[other] -= least
                } else if slack[other] < .max {
                    slack[other] -= least
                }
            }
            column = next
        } while rowOf[column] != 0
        while column != 0 {
            rowOf[column] = rowOf[cameFrom[column]]
            column = cameFrom[column]
        }
    }
    var result = [Int](repeating: 0, count: rows)
    for column in 1...columns where rowOf[column] > 0 { result[rowOf[column] - 1] = column - 1 }
    return result
}
