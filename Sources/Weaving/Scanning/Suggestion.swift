/// The closest of `names` to a misspelt `name`, or nil if none is close: a change in three letters, and at least one.
///
/// Among equally close names the first in alphabetical order is meant.
public func suggestion(for name: String, among names: some Sequence<String>) -> String? {
    let length = name.unicodeScalars.count
    guard length <= 80 else { return nil }
    let limit = max(1, length / 3)
    return names.sorted()
        .map { (name: $0, distance: editDistance(name, $0)) }
        .filter { $0.distance <= limit && $0.distance < $0.name.unicodeScalars.count }
        .min { $0.distance < $1.distance }?.name
}

/// How many letters must be changed, added, taken out or swapped with their neighbour to make `b` of `a`
/// (optimal string alignment).
func editDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var distance = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
            row.append(distance)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
