/// Numbers distinct values in the order in which they first appear.
///
/// Rows mostly come in order, so the value after the last one, or the first one again, is tried before the dictionary.
struct Appearance<Value: Hashable> {
    private(set) var values: [Value] = []
    private var indices: [Value: Int] = [:]
    private var last = 0

    /// The number of `value`; a new one is `values.count`, and is remembered.
    mutating func index(of value: Value) -> Int {
        if has(value, at: last) { return last }
        if has(value, at: last + 1) {
            last += 1
            return last
        }
        if has(value, at: 0) {
            last = 0
            return 0
        }
        last = indices[value] ?? values.count
        if last == values.count {
            indices[value] = last
            values.append(value)
        }
        return last
    }

    private func has(_ value: Value, at index: Int) -> Bool { index < values.count && values[index] == value }
}
