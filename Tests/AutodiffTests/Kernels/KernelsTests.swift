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
    @Test(arguments: [(1, 1, 1), (2, 16, 7), (3, 17, 5), (8, 32, 256), (9, 33, 257), (13, 47, 600), (16, 6, 300)])
    func `a product adds in ascending order, each product rounded`(rows: Int, columns: Int, depth: Int) {
        let (a, b) = (numbers(rows * depth, seed: 1), numbers(depth * columns, seed: 2))
        let start = numbers(rows * columns, seed: 3)
        for adding in [false, true] {
            let expected = (0..<rows * columns).map { place in
                var sum = adding ? start.floats[place] : 0
                for k in 0..<depth {
                    let product = a.floats[place / columns * depth + k] * b.floats[k * columns + place % columns]
                    sum += product
                }
                return sum
            }
            let left = Matrix(a.floats, rows: rows, columns: depth)
            let transposed = left.transposedCopy()
            let sides = [left, Matrix(transposed.floats, rows: depth, columns: rows).transposed]
            for kernels in Self.all {
                for side in sides {
                    let c = Storage(copying: start)
                    kernels.multiply(
                        side, Matrix(b.floats, rows: depth, columns: columns),
                        into: MutableMatrix(c.floats, rows: rows, columns: columns), adding: adding)
                    #expect(c.values == expected, "\(kernels.bits) bits")
                }
            }
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
        Kernels.widest.map(function, x, into: y)
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
        Kernels.widest.map(.exp, x, into: y)
        #expect(abs(Double(y.floats[0]) - 8.194012623990515e-40) < 1e-45)
        #expect(y.floats[1] == Float.leastNonzeroMagnitude)
        #expect(y.floats[2] == 0 && y.floats[3] == 0)
    }

    @Test func `a function writes nothing beyond the end`() {
        let (x, y) = (numbers(18, seed: 1), Storage(repeating: 7, count: 40))
        for kernels in Self.all {
            kernels.map(.gelu, x, into: y)
            #expect(y.values[18...].allSatisfy { $0 == 7 })
        }
    }
}
