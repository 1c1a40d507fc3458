/// Numbers distinct values in the order in which they first appear.
///
/// Rows mostly come in order, so the value after the last one, or the first one again, is tried before the dictionary.
struct Appearance<Value: Hashable> {
    private(set) var values: [Value] = []
    private var indices: [Value: Int] = [:]
    private var last = 0

    /// The number of `value`; a new one is `values.count`, and is remembered.
    mutating func index(of value: Value) -> Int {
        for guess in [last, last + 1, 0] where guess < values.count && values[guess] == value {
            last = guess
            return guess
        }
        last = indices[value] ?? values.count
        if last == values.count {
            indices[value] = last
            values.append(value)
        }
        return last
    }
}
