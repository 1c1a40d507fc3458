import Testing

@testable import Autodiff

@Suite struct MatrixTests {
    @Test(arguments: [(1, 1), (4, 3), (5, 7), (6, 2)])
    func `a transposed copy has rows and columns exchanged`(rows: Int, columns: Int) {
        // One column more in memory than in the matrix.
        let storage = Storage((0..<rows * (columns + 1)).map { Float($0) })
        let matrix = Matrix(storage.floats, rows: rows, columns: columns, rowStride: columns + 1)
        let copy = matrix.transposedCopy().values
        for row in 0..<rows {
            for column in 0..<columns {
                #expect(copy[column * rows + row] == Float(row * (columns + 1) + column))
            }
        }
    }
}
