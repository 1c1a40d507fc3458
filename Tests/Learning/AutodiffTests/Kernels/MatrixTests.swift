import Testing

@testable import Autodiff

@Suite struct MatrixTests {
    @Test func `a transposed matrix is a view of the same floats`() {
        let storage = Storage((0..<12).map { Float($0) })
        let matrix = Matrix(storage.floats + 1, rows: 2, columns: 3, rowStride: 5).transposed
        #expect(matrix.rows == 3 && matrix.columns == 2)
        let numbers = (0..<3).map { row in
            (0..<2).map { matrix.floats[row * matrix.rowStride + $0 * matrix.columnStride] }
        }
        #expect(numbers == [[1, 6], [2, 7], [3, 8]])
    }
}
