/// A fixed number of floats in memory of the pool, which gets it back when nobody needs it any more.
///
/// Unchecked: whoever writes holds the only reference, or is the operation that just made the storage. Pointers are
/// used while a variable holds the storage; Swift keeps it until its scope ends where memory or C functions are used.
package final class Storage: @unchecked Sendable {
    package let floats: UnsafeMutablePointer<Float>
    package let count: Int

    /// Floats of unknown content, to be written before they are read.
    package init(count: Int) {
        self.count = count
        floats = MemoryPool.shared.take(count: count)
    }

    package convenience init(repeating value: Float, count: Int) {
        self.init(count: count)
        floats.update(repeating: value, count: count)
    }

    package convenience init(copying other: Storage) {
        self.init(copying: other.count, of: other)
    }

    /// The first floats of another.
    convenience init(copying count: Int, of other: Storage) {
        self.init(count: count)
        floats.update(from: other.floats, count: count)
    }

    package convenience init(_ values: [Float]) {
        self.init(count: values.count)
        values.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            floats.update(from: start, count: count)
        }
    }

    deinit {
        MemoryPool.shared.giveBack(floats, count: count)
    }

    /// The floats as an array.
    package var values: [Float] { Array(UnsafeBufferPointer(start: floats, count: count)) }
}
