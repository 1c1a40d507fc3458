extension [UInt8] {
    /// The first occurrence of `part`, which is not empty, at or after `start`.
    public func firstRange(of part: [UInt8], from start: Int) -> Range<Int>? {
        var place = start
        while place + part.count <= count {
            if self[place] == part[0], self[place..<(place + part.count)].elementsEqual(part) {
                return place..<(place + part.count)
            }
            place += 1
        }
        return nil
    }
}

extension [UInt8] {
    /// The bytes with `new` wherever `old`, which is not empty, stands.
    public func replacing(all old: String, with new: String) -> [UInt8] {
        let part = Array(old.utf8)
        var result: [UInt8] = []
        var done = 0
        while let range = firstRange(of: part, from: done) {
            result += self[done..<range.lowerBound]
            result += new.utf8
            done = range.upperBound
        }
        return done == 0 ? self : result + self[done...]
    }
}

extension String {
    /// Whether a byte, which is one of ASCII, is anywhere in the text.
    public func contains(byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
    }
}

extension UInt8 {
    /// Whether it is a letter or a digit of ASCII.
    var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
