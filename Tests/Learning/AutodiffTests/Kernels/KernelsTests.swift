import DeterministicMath
import Testing

@testable import Autodiff

@Suite struct KernelsTests {
    /// The kernels of every vector width that this machine has.
    static let all = [128, 256, 512].compactMap(Kernels.init)

    private func numbers(_ count: Int, seed: UInt64) -> Storage {
        var generator = SplitMix64(seed: seed)
        return Storage((0..<count).map { _ in Float(generator.uniform() - 0.5) })
    }

    /// Rows, columns and depth around the sizes of tiles and blocks.
    @Test(arguments: [
        (1, 1, 1), (2, 16, 7), (3, 17, 5), (8, 32, 128), (9, 33, 129), (13, 47, 600), (16, 6, 300), (245, 117, 9),
        (31, 64, 40), (7, 83, 512), (5, 70, 513), (3, 18, 1600),
    ])
    func `a product adds in ascending order, many terms in blocks, each time with one rounding`(
        rows: Int, columns: Int, depth: Int
    ) {
        let (a, b) = (numbers(rows * depth, seed: 1), numbers(depth * columns, seed: 2))
        let (before, bias) = (numbers(rows * columns, seed: 3), numbers(columns, seed: 4))
        let left = Matrix(a.floats, rows: rows, columns: depth)
        let right = Matrix(b.floats, rows: depth, columns: columns)
        func transposed(_ matrix: Matrix) -> (Storage, Matrix) {
            let length = (matrix.rows + 15) / 16 * 16
            let copy = Storage(count: matrix.columns * length)
            Kernels.widest.transpose(matrix, into: copy.floats, rowStride: length)
            return (
                copy, Matrix(copy.floats, rows: matrix.columns, columns: matrix.rows, rowStride: length).transposed
            )
        }
        let (leftCopy, otherLeft) = transposed(left)
        let (rightCopy, otherRight) = transposed(right)
        defer { withExtendedLifetime((leftCopy, rightCopy)) {} }
        func expectProduct(
            _ start: (Storage) -> Kernels.Start, inBlocks: Bool = true, _ first: (_ place: Int) -> Float
        ) {
            let block = inBlocks && depth > 512 ? 128 : depth
            let expected = (0..<rows * columns).map { place in
                let sums = stride(from: 0, to: depth, by: block).map { begin in
                    var sum = begin == 0 ? first(place) : 0
                    for k in begin..<min(begin + block, depth) {
                        sum.addProduct(a.floats[place / columns * depth + k], b.floats[k * columns + place % columns])
                    }
                    return sum
                }
                return sums.dropFirst().reduce(sums[0], +)
            }
            for kernels in Self.all {
                for (a, b) in [(left, right), (otherLeft, right), (left, otherRight)] {
                    let c = Storage(copying: before)
                    kernels.multiply(
                        a, b, into: MutableMatrix(c.floats, rows: rows, columns: columns), from: start(c),
                        inBlocks: inBlocks)
                    #expect(c.values == expected, "\(kernels.bits) bits")
                }
            }
        }
        expectProduct({ _ in .zero }) { _ in 0 }
        expectProduct({ _ in .result }) { before.floats[$0] }
        expectProduct({ _ in .result }, inBlocks: false) { before.floats[$0] }
        expectProduct({ _ in .row(bias.floats) }) { bias.floats[$0 % columns] }
        expectProduct({ _ in .matrix(before.floats, stride: columns) }) { before.floats[$0] }
    }

    @Test(arguments: [(1, 1), (5, 7), (16, 16), (64, 48), (33, 18), (20, 40)])
    func `a transposed copy has rows and columns exchanged, and zeros behind its rows`(rows: Int, columns: Int) {
        // One column more in memory than in the matrix.
        let storage = Storage((0..<rows * (columns + 1)).map { Float($0) })
        let matrix = Matrix(storage.floats, rows: rows, columns: columns, rowStride: columns + 1)
        let length = (rows + 15) / 16 * 16
        let expected = (0..<length * columns).map {
            $0 % length < rows ? Float($0 % length * (columns + 1) + $0 / length) : 0
        }
        for kernels in Self.all {
            let copy = Storage(count: length * columns)
            kernels.transpose(matrix, into: copy.floats, rowStride: length)
            #expect(copy.values == expected, "\(kernels.bits) bits")
        }
    }

    @Test func `arrays are added and scaled, and nothing behind them`() {
        let (x, y) = (numbers(37, seed: 1), numbers(37, seed: 2))
        for kernels in Self.all {
            // The memory of 37 floats has room for more.
            let sum = Storage(count: 37)
            for i in 37..<52 { sum.floats[i] = 7 }
            kernels.add(x, y, into: sum)
            #expect(sum.values == (0..<37).map { x.floats[$0] + y.floats[$0] })
            kernels.scale(sum, by: 3)
            #expect(sum.values == (0..<37).map { (x.floats[$0] + y.floats[$0]) * 3 })
            #expect((37..<52).allSatisfy { sum.floats[$0] == 7 })
        }
    }

    @Test func `a step of Adam follows its formula, every operation rounded for itself`() {
        let count = 45
        let (g, m, v, x) = (
            numbers(count, seed: 1), numbers(count, seed: 2), numbers(count, seed: 3), numbers(count, seed: 4)
        )
        for i in 0..<count { v.floats[i] *= v.floats[i] }
        let (kept, keptSquare, step, correction, epsilon, shrink): (Float, Float, Float, Float, Float, Float) =
            (0.9, 0.999, 0.01, 0.3, 1e-8, 0.99)
        let mean = (0..<count).map { kept * m.floats[$0] + (1 - kept) * g.floats[$0] }
        let square = (0..<count).map {
            keptSquare * v.floats[$0] + (1 - keptSquare) * (g.floats[$0] * g.floats[$0])
        }
        let place = (0..<count).map {
            shrink * x.floats[$0] - step * (mean[$0] / (square[$0].squareRoot() / correction + epsilon))
        }
        for kernels in Self.all {
            let (newMean, newSquare, newPlace) = (Storage(copying: m), Storage(copying: v), Storage(copying: x))
            kernels.adam(
                betas: (kept, keptSquare), step: step, correction: correction, epsilon: epsilon, shrink: shrink,
                gradient: g, mean: newMean, square: newSquare, parameters: newPlace)
            #expect(newMean.values == mean, "\(kernels.bits) bits")
            #expect(newSquare.values == square, "\(kernels.bits) bits")
            #expect(newPlace.values == place, "\(kernels.bits) bits")
        }
    }

    /// The distance in units in the last place from a function computed in doubles, at most.
    private func largestError(
        of function: SmoothFunction, in bounds: ClosedRange<Float>, _ exact: (Double) -> Double
    ) -> Double {
        let count = 20_001
        let width = bounds.upperBound - bounds.lowerBound
        let x = Storage((0..<count).map { bounds.lowerBound + width * Float($0) / Float(count - 1) })
        let y = Storage(count: count)
        Kernels.widest.map(function, x.floats, count: x.count, into: y.floats)
        return (0..<count).reduce(0.0) { largest, place in
            let expected = exact(Double(x.floats[place]))
            return max(largest, abs(Double(y.floats[place]) - expected) / Double(Float(expected).ulp))
        }
    }

    @Test func `functions are precise to the last places`() {
        #expect(largestError(of: .exp, in: -87...88, exp) < 1)
        #expect(largestError(of: .exp, in: -1...1, exp) < 1)
        #expect(largestError(of: .tanh, in: -10...10, tanh) < 2)
        #expect(largestError(of: .tanh, in: -1...1, tanh) < 2)
        #expect(largestError(of: .tanh, in: -1e-3...1e-3, tanh) < 1)
        #expect(largestError(of: .sigmoid, in: -80...80) { 1 / (1 + exp(-$0)) } < 3)
    }

    @Test func `the exponential fades to zero through the smallest numbers`() {
        let x = Storage([-90, -103, -104, -1000])
        let y = Storage(count: 4)
        Kernels.widest.map(.exp, x.floats, count: x.count, into: y.floats)
        #expect(abs(Double(y.floats[0]) - 8.194012623990515e-40) < 1e-45)
        #expect(y.floats[1] == Float.leastNonzeroMagnitude)
        #expect(y.floats[2] == 0 && y.floats[3] == 0)
    }

    @Test func `a function writes nothing beyond the end`() {
        let (x, y) = (numbers(18, seed: 1), Storage(repeating: 7, count: 40))
        for kernels in Self.all {
            kernels.map(.gelu, x.floats, count: x.count, into: y.floats)
            #expect(y.values[18...].allSatisfy { $0 == 7 })
        }
    }
}
