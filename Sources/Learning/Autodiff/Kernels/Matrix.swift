/// A view of floats as rows and columns.
package struct Matrix {
    package let floats: UnsafePointer<Float>
    package let rows: Int
    package let columns: Int
    package let rowStride: Int
    package let columnStride: Int

    package init(_ floats: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int? = nil) {
        self.init(floats, rows: rows, columns: columns, rowStride: rowStride ?? columns, columnStride: 1)
    }

    private init(_ floats: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int) {
        self.floats = floats
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// The same floats with rows and columns exchanged.
    package var transposed: Matrix {
        Matrix(floats, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
    }
}

/// A view of floats as rows and columns, to be written.
package struct MutableMatrix {
    package let floats: UnsafeMutablePointer<Float>
    package let rows: Int
    package let columns: Int
    package let rowStride: Int

    package init(_ floats: UnsafeMutablePointer<Float>, rows: Int, columns: Int, rowStride: Int? = nil) {
        self.floats = floats
        self.rows = rows
        self.columns = columns
        self.rowStride = rowStride ?? columns
    }

    /// The same floats, to be read.
    package var view: Matrix { Matrix(floats, rows: rows, columns: columns, rowStride: rowStride) }
}
