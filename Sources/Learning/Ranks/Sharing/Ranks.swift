public import Autodiff
public import GRPO

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Ranks that train one policy together. What they make has the bits of one process by itself, however many they are: the work is
/// cut into a number of parts that does not depend on them, and each rank computes a whole branch of the tree in which a process
/// by itself adds these parts. What is left is the top of that tree, which is added pair by pair, in its order.
///
/// `MPI_Allreduce` adds in an order of its own, which changes with the number of ranks, and so do the bits.
public struct Ranks<Line: Channel>: Peers {
    private let line: Line

    /// Ranks that reach each other over a line; all must ask the same questions in the same order.
    public init(on line: Line) { self.line = line }

    /// As many branches of the tree as there are ranks, or fewer; this rank's is one of them, or nothing.
    public func share(of count: Int) -> Range<Int> {
        let width = branch(of: count)
        return min(line.rank * width, count)..<min((line.rank + 1) * width, count)
    }

    /// Rank 0 collects, and tells all.
    public func gathered<Value: Codable & Sendable>(_ own: [Value]) throws -> [Value] {
        // JSON has the shortest text of a number that gives its bits back, and no infinite ones.
        let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let mine = [UInt8](try encoder.encode(own))
        return try all(mine).flatMap { try decoder.decode([Value].self, from: Data($0)) }
    }

    /// Ranks send their sums to their left neighbours, pair by pair, until rank 0 has all, which it tells the others.
    public func total(
        _ own: Gradient, of policy: Parameters, _ measurements: [[Double]], ofParts count: Int
    ) -> (Gradient, [[Double]]) {
        var sum = own
        let length = policy.all.last.map { $0.offset + $0.shape.count } ?? 0
        let branches = (count + branch(of: count) - 1) / branch(of: count)
        var step = 1
        while step < branches, line.rank.isMultiple(of: step), line.rank < branches {
            if !line.rank.isMultiple(of: 2 * step) {
                sum.withBytes(of: length) { line.send(UnsafeRawBufferPointer($0), to: line.rank - step) }
            } else if line.rank + step < branches {
                var other = own
                other.withBytes(of: length) { line.receive($0, from: line.rank + step) }
                sum.add(other)
            }
            step *= 2
        }
        sum.withBytes(of: length, spread)
        let numbers = measurements.flatMap { part in part.map(\.bitPattern.littleEndian) }
        let every = all(numbers.withUnsafeBytes { [UInt8]($0) }).flatMap(\.doubles)
        let width = every.count / count
        return (sum, (0..<count).map { Array(every[$0 * width..<($0 + 1) * width]) })
    }

    /// How many parts a rank has: the smallest power of two with which all parts have a rank.
    private func branch(of count: Int) -> Int {
        var width = 1
        while width * line.size < count { width *= 2 }
        return width
    }

    /// Gives all ranks what rank 0 has: it tells half of them, and both go on with halves.
    private func spread(_ bytes: UnsafeMutableRawBufferPointer) {
        var step = 1
        while step < line.size { step *= 2 }
        while step > 1 {
            let half = step / 2
            if line.rank.isMultiple(of: step), line.rank + half < line.size {
                line.send(UnsafeRawBufferPointer(bytes), to: line.rank + half)
            } else if line.rank % step == half {
                line.receive(bytes, from: line.rank - half)
            }
            step = half
        }
    }

    /// What each rank has, in their order.
    private func all(_ own: [UInt8]) -> [[UInt8]] {
        if line.rank > 0 { line.send(own, to: 0) }
        var every = line.rank > 0 ? [] : [own] + (1..<max(1, line.size)).map { line.receive(from: $0) }
        var counts = [UInt64](repeating: 0, count: line.size)
        for (rank, bytes) in every.enumerated() { counts[rank] = UInt64(bytes.count).littleEndian }
        counts.withUnsafeMutableBytes(spread)
        let sizes = counts.map { Int(UInt64(littleEndian: $0)) }
        var joined = every.isEmpty ? [UInt8](repeating: 0, count: sizes.reduce(0, +)) : every.flatMap(\.self)
        joined.withUnsafeMutableBytes(spread)
        var start = 0
        every = sizes.map { size in
            defer { start += size }
            return Array(joined[start..<start + size])
        }
        return every
    }
}

extension Gradient {
    /// The bytes of as many numbers, of which nobody else holds this copy.
    fileprivate mutating func withBytes(of count: Int, _ use: (UnsafeMutableRawBufferPointer) -> Void) {
        use(UnsafeMutableRawBufferPointer(start: changeableFloats(), count: 4 * count))
    }
}

extension [UInt8] {
    /// Little-endian numbers.
    fileprivate var doubles: [Double] {
        withUnsafeBytes { bytes in
            (0..<count / 8).map { place in
                let bits = bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)
                return Double(bitPattern: UInt64(littleEndian: bits))
            }
        }
    }
}
