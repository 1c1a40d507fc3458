import DeterministicMath
import Testing

@testable import Autodiff

/// A processor without fused multiplication and addition computes it in doubles: the same bits as the instruction's, and as
/// the C library's.
@Suite struct FusedProductTests {
    private var words = SplitMix64(seed: 1)

    /// A float of this exponent, as it stands in the bits; 0 makes a subnormal one.
    private mutating func float(exponents: ClosedRange<UInt32>) -> Float {
        let bits = words.next()
        let exponent = exponents.lowerBound + UInt32(bits >> 32) % UInt32(exponents.count)
        return Float(bitPattern: UInt32(truncatingIfNeeded: bits) & 0x807f_ffff | exponent << 23)
    }

    private mutating func odd(from lowest: UInt64) -> Float { Float(lowest + words.next() % lowest | 1) }

    /// Expects a · b + c of 50 times 16 numbers to be what the C library gives, on every width.
    private mutating func expectFusion(
        _ what: String, a: (inout Self) -> Float, b: (inout Self) -> Float,
        c: (_ product: Float, inout Self) -> Float
    ) {
        for _ in 0..<10 {
            let factors = (0..<50).map { _ in a(&self) }
            let row = (0..<16).map { _ in b(&self) }
            let terms = (0..<50 * 16).map { c(factors[$0 / 16] * row[$0 % 16], &self) }
            let expected = terms.enumerated().map { place, term in
                term.addingProduct(factors[place / 16], row[place % 16])
            }
            let (left, right) = (Storage(factors), Storage(row))
            for kernels in KernelsTests.all {
                let sum = Storage(terms)
                kernels.multiply(
                    Matrix(left.floats, rows: 50, columns: 1), Matrix(right.floats, rows: 1, columns: 16),
                    into: MutableMatrix(sum.floats, rows: 50, columns: 16), from: .result)
                let wrong = zip(sum.values, expected).first { ours, theirs in
                    ours.bitPattern != theirs.bitPattern && !(ours.isNaN && theirs.isNaN)
                }
                #expect(wrong == nil, "\(what), \(kernels.bits) bits")
            }
        }
    }

    @Test mutating func `any bits`() {
        expectFusion("any", a: { $0.float(exponents: 0...255) }, b: { $0.float(exponents: 0...255) }) {
            $1.float(exponents: 0...255)
        }
        expectFusion("middling", a: { $0.float(exponents: 110...140) }, b: { $0.float(exponents: 110...140) }) {
            $1.float(exponents: 100...150)
        }
    }

    @Test mutating func `subnormal numbers and sums`() {
        expectFusion("subnormal", a: { $0.float(exponents: 0...2) }, b: { $0.float(exponents: 120...130) }) {
            $1.float(exponents: 0...3)
        }
        expectFusion("tiny", a: { $0.float(exponents: 50...70) }, b: { $0.float(exponents: 60...70) }) {
            $1.float(exponents: 0...2)
        }
    }

    @Test mutating func `huge numbers and sums`() {
        expectFusion("huge", a: { $0.float(exponents: 180...254) }, b: { $0.float(exponents: 100...254) }) {
            $1.words.next() & 1 == 0 ? -$0 : $1.float(exponents: 200...254)
        }
    }

    @Test mutating func `sums that cancel`() {
        expectFusion("cancelling", a: { $0.float(exponents: 120...130) }, b: { $0.float(exponents: 120...130) }) {
            Float(bitPattern: (-$0).bitPattern &+ UInt32($1.words.next() % 9) &- 4)
        }
    }

    /// A product of 25 places lies in the middle between two floats; a tiny term decides where the sum goes, but rounding
    /// to a double first would lose it.
    @Test mutating func `sums that all but lie in a middle`() {
        expectFusion("middles", a: { $0.odd(from: 4096) }, b: { $0.odd(from: 2048) }) {
            $1.float(exponents: 20...152)
        }
    }
}
