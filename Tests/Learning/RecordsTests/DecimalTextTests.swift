import DeterministicMath
import Testing

@testable import Records

struct DecimalTextTests {
    private func text(_ number: Double) -> String {
        text { DecimalText.write(number, to: $0) }
    }

    private func text(_ write: (UnsafeMutablePointer<UInt8>) -> Int) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalText.maximumLength) { bytes in
            let length = write(bytes.baseAddress!)
            return String(decoding: bytes[..<length], as: UTF8.self)
        }
    }

    @Test(arguments: [
        0, -0.0, 1, 0.1, 0.3, 1e-3, 123.456, -99.5, 5, 1e9, 1e22, 1e-300, .infinity, -.infinity, .nan,
        0x1p-9, (0x1p-9 as Double).nextUp, 0x1p30, (0x1p30 as Double).nextDown, 9.999999999999998, 299.99999999999994,
    ])
    func `a number is written as Swift writes it`(number: Double) {
        #expect(text(number) == number.description)
    }

    @Test func `many numbers are written as Swift writes them`() {
        var generator = Xoshiro256StarStar(seed: 12)
        var differing: [Double] = []
        for _ in 0..<20_000 {
            let scale = Double(1 << generator.integer(below: 40)) / 1024
            let number = (generator.uniform() - 0.5) * scale
            // Few digits, ties of the rounding, and the most digits there can be.
            for number in [number, Double(Int(number * 1000)) / 1000, Double(Int(number * 4096)) / 4096, number.nextUp]
            where text(number) != number.description {
                differing.append(number)
            }
        }
        #expect(differing == [])
    }

    @Test(arguments: [0, 9, 10, 99, 100, 12_345_678, 123_456_789, 999_999_999_999_999_999, Int.max])
    func `a whole number is written as Swift writes it`(number: Int) {
        #expect(text { DecimalText.write(number, to: $0) } == number.description)
    }
}
