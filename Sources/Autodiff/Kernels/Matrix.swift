/// A view of floats as rows and columns.
struct Matrix {
    let floats: UnsafePointer<Float>
    let rows: Int
    let columns: Int
    let rowStride: Int
    let columnStride: Int

    init(_ floats: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int? = nil) {
        self.init(floats, rows: rows, columns: columns, rowStride: rowStride ?? columns, columnStride: 1)
    }

    private init(_ floats: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
        self.floats = floats
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// The same floats with rows and columns exchanged, for the left side of a product.
    var transposed: Matrix {
        Matrix(floats, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
    }

    /// A copy with rows and columns exchanged, for the right side of a product.
    func transposedCopy() -> Storage {
        let copy = Storage(count: rows * columns)
        transpose(into: copy.floats)
        return copy
    }

    func transpose(into copy: UnsafeMutablePointer<Float>) {
        // Four rows at a time, so that what is written lies together.
        for row in stride(from: 0, to: rows / 4 * 4, by: 4) {
            let source = floats + row * rowStride
            for column in 0..<columns {
                let place = copy + column * rows + row
                place[0] = source[column]
                place[1] = source[column + rowStride]
                place[2] = source[column + 2 * rowStride]
                place[3] = source[column + 3 * rowStride]
            }
        }
        for row in (rows / 4 * 4)..<rows {
            for column in 0..<columns { copy[column * rows + row] = floats[row * rowStride + column] }
        }
    }
}

/// A view of floats as rows and columns, to be written.
struct MutableMatrix {
    let floats: UnsafeMutablePointer<Float>
    let rows: Int
    let columns: Int
    let rowStride: Int

    init(_ floats: UnsafeMutablePointer<Float>, rows: Int, columns: Int, rowStride: Int? = nil) {
        self.floats = floats
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride ?? columns
    }

    /// The same floats, to be read.
    var view: Matrix { Matrix(floats, rows: rows, columns: columns, rowStride: rowStride) }
}
