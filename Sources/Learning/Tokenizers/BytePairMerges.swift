/// Byte-pair encoding: the merges of a vocabulary, in the order of their rank (Sennrich, Haddow and Birch, "Neural Machine
/// Translation of Rare Words with Subword Units", 2016, section 3.2).
struct BytePairMerges: Sendable {
    private struct Pair: Hashable {
        let left: Int32
        let right: Int32
    }
    private struct Merge {
        let rank: Int32
        let result: Int32
    }

    /// The token of each single byte; nil for a byte that the vocabulary can not write.
    private let singles: [Int32?]
    private let merges: [Pair: Merge]

    /// - Parameters:
    ///   - ids: the number of each token, by its bytes.
    ///   - pairs: what is merged, first the most urgent, with its text for messages.
    /// - Throws: ``TokenizerError`` if a pair's parts or result are not tokens.
    init(ids: [[UInt8]: Int], pairs: [(left: [UInt8], right: [UInt8], text: String)]) throws(TokenizerError) {
        singles = (UInt8.min...UInt8.max).map { byte in ids[[byte]].map { Int32($0) } }
        var merges: [Pair: Merge] = [:]
        merges.reserveCapacity(pairs.count)
        for (rank, pair) in pairs.enumerated() {
            guard let left = ids[pair.left], let right = ids[pair.right], let result = ids[pair.left + pair.right]
            else {
                throw .merge(pair.text, number: rank + 1)
            }
            let key = Pair(left: Int32(left), right: Int32(right))
            // The first of two equal merges is the more urgent one.
            if merges[key] == nil { merges[key] = Merge(rank: Int32(rank), result: Int32(result)) }
        }
        self.merges = merges
    }

    /// The bytes without a token.
    var missing: [UInt8] { (UInt8.min...UInt8.max).filter { singles[Int($0)] == nil } }

    /// Adds the tokens of a piece of text: again and again the neighbours with the lowest rank are merged, the leftmost first.
    ///
    /// Bytes without a token are left out, as Hugging Face's and llama.cpp's tokenizers do. A heap of candidates keeps that at n log n for pieces of any length.
    func encode(_ bytes: some Collection<UInt8>, into ids: inout [Int]) {
        var symbols = bytes.compactMap { byte in singles[Int(byte)].map { Symbol(id: $0) } }
        guard symbols.count > 1 else {
            ids += symbols.map { Int($0.id) }
            return
        }
        var candidates = CandidateHeap()
        func consider(_ left: Int) {
            let right = symbols[left].next ?? left + 1
            guard right < symbols.count else { return }
            let pair = Pair(left: symbols[left].id, right: symbols[right].id)
            guard let merge = merges[pair] else { return }
            candidates.insert(
                Candidate(
                    rank: merge.rank, left: left, right: right, pair: (pair.left, pair.right), result: merge.result))
        }
        for place in symbols.indices.dropLast() { consider(place) }
        while let best = candidates.popFirst() {
            let (left, right) = (best.left, best.right)
            // A neighbour may have been merged meanwhile.
            guard symbols[left].isLive, symbols[right].isLive, symbols[left].id == best.pair.0,
                symbols[right].id == best.pair.1, (symbols[left].next ?? left + 1) == right
            else { continue }
            symbols[left].id = best.result
            symbols[right].isLive = false
            let after = symbols[right].next ?? right + 1
            symbols[left].next = after
            if after < symbols.count { symbols[after].previous = left }
            consider(left)
            let before = symbols[left].previous ?? left - 1
            if before >= 0 { consider(before) }
        }
        for symbol in symbols where symbol.isLive { ids.append(Int(symbol.id)) }
    }
}

/// A token of the piece as it is being merged; its neighbours are those beside it until one of them was merged.
private struct Symbol {
    var id: Int32
    var isLive = true
    var next: Int?
    var previous: Int?
}

/// Two neighbours that can be merged.
private struct Candidate {
    let rank: Int32
    let left: Int
    let right: Int
    let pair: (Int32, Int32)
    let result: Int32

    func comes(before other: Candidate) -> Bool { (rank, left) < (other.rank, other.left) }
}

/// A binary heap of candidates.
private struct CandidateHeap {
    private var entries: [Candidate] = []

    mutating func insert(_ candidate: Candidate) {
        entries.append(candidate)
        var place = entries.count - 1
        while place > 0, entries[place].comes(before: entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popFirst() -> Candidate? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var place = 0
        while true {
            let children = [2 * place + 1, 2 * place + 2].filter { $0 < entries.count }
            guard let child = children.min(by: { entries[$0].comes(before: entries[$1]) }),
                entries[child].comes(before: entries[place])
            else { return first }
            entries.swapAt(place, child)
            place = child
        }
    }
}
