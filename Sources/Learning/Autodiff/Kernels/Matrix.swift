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
