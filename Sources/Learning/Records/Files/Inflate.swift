extension Gunzip {
    /// Appends what a stream of compressed blocks holds (RFC 1951).
    static func inflate(_ reader: inout BitReader, into result: inout [UInt8]) throws(Flaw) {
        let start = result.count
        var isLast = false
        while !isLast {
            isLast = try reader.bits(1) == 1
            switch try reader.bits(2) {
            case 0: try copy(&reader, into: &result)
            case 1: try inflate(&reader, literals: fixedLiterals, distances: fixedDistances, &result, from: start)
            case 2:
                let (literals, distances) = try codes(&reader)
                try inflate(&reader, literals: literals, distances: distances, &result, from: start)
            default: throw .malformed
            }
        }
    }

    private static func copy(_ reader: inout BitReader, into result: inout [UInt8]) throws(Flaw) {
        reader.alignToByte()
        let count = try reader.bits(16)
        guard try reader.bits(16) == count ^ 0xffff else { throw .malformed }
        for _ in 0..<count { result.append(UInt8(try reader.bits(8))) }
    }

    private static func inflate(
        _ reader: inout BitReader, literals: PrefixCode, distances: PrefixCode, _ result: inout [UInt8], from start: Int
    ) throws(Flaw) {
        while true {
            let symbol = try literals.symbol(&reader)
            if symbol < 256 {
                result.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            let length = try extended(symbol - 257, lengths, &reader)
            let distance = try extended(try distances.symbol(&reader), self.distances, &reader)
            guard distance <= result.count - start else { throw .malformed }
            // The copy may overlap what it makes.
            for _ in 0..<length { result.append(result[result.count - distance]) }
        }
    }

    /// The value of a symbol with the bits behind it.
    private static func extended(
        _ symbol: Int, _ table: [(base: Int, bits: Int)], _ reader: inout BitReader
    ) throws(Flaw) -> Int {
        guard table.indices.contains(symbol) else { throw .malformed }
        return table[symbol].base + Int(try reader.bits(table[symbol].bits))
    }

    /// The codes that a block defines for itself (section 3.2.7).
    private static func codes(_ reader: inout BitReader) throws(Flaw) -> (PrefixCode, PrefixCode) {
        let literalCount = Int(try reader.bits(5)) + 257
        let distanceCount = Int(try reader.bits(5)) + 1
        var lengths = [Int](repeating: 0, count: 19)
        let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
        for place in order.prefix(Int(try reader.bits(4)) + 4) { lengths[place] = Int(try reader.bits(3)) }
        let code = PrefixCode(lengths: lengths)
        lengths = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try code.symbol(&reader)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw .malformed }
                lengths += repeatElement(last, count: 3 + Int(try reader.bits(2)))
            case 17: lengths += repeatElement(0, count: 3 + Int(try reader.bits(3)))
            case 18: lengths += repeatElement(0, count: 11 + Int(try reader.bits(7)))
            default: lengths.append(symbol)
            }
        }
        guard lengths.count == literalCount + distanceCount else { throw .malformed }
        return (
            PrefixCode(lengths: Array(lengths[..<literalCount])), PrefixCode(lengths: Array(lengths[literalCount...]))
        )
    }

    private static let fixedLiterals = PrefixCode(
        lengths: [(8, 144), (9, 112), (7, 24), (8, 8)].flatMap { [Int](repeating: $0.0, count: $0.1) })
    private static let fixedDistances = PrefixCode(lengths: [Int](repeating: 5, count: 30))

    /// Lengths of copies and how many bits refine each: four of a kind, but for the first eight and the last.
    private static let lengths: [(base: Int, bits: Int)] =
        ranges(from: 3, bits: [0, 0, 0, 0] + (0...5).flatMap { [$0, $0, $0, $0] }) + [(258, 0)]
    /// Distances of copies: two of a kind, but for the first four.
    private static let distances: [(base: Int, bits: Int)] =
        ranges(from: 1, bits: [0, 0] + (0...13).flatMap { [$0, $0] })

    private static func ranges(from start: Int, bits: [Int]) -> [(base: Int, bits: Int)] {
        var base = start
        return bits.map { bits in
            defer { base += 1 << bits }
            return (base, bits)
        }
    }
}

/// A canonical prefix code: shorter codes first, those of one length in the order of their symbols (section 3.2.2).
struct PrefixCode {
    /// How many symbols have a code of each length.
    private var counts = [Int](repeating: 0, count: 16)
    private var symbols: [Int] = []

    /// The code whose symbol i has a code of `lengths[i]` bits, at most 15; 0 if it has none.
    init(lengths: [Int]) {
        for length in 1...15 {
            let own = lengths.indices.filter { lengths[$0] == length }
            counts[length] = own.count
            symbols += own
        }
    }

    /// Reads one symbol.
    func symbol(_ reader: inout BitReader) throws(Gunzip.Flaw) -> Int {
        var (code, first, place) = (0, 0, 0)
        for count in counts[1...] {
            code |= Int(try reader.bits(1))
            if code - first < count { return symbols[place + code - first] }
            place += count
            (first, code) = ((first + count) << 1, code << 1)
        }
        throw .malformed
    }
}
