import DeterministicMath
import Testing

/// The digests were recorded once. They hold in debug and in release, and on every machine.
struct SameBitsTests {
    @Test func `the functions give the recorded bits`() {
        let arguments = uniforms(from: -20, to: 20, count: 2000)
        var digest = Digest()
        for function in [exp, expm1, tanh, erf, erfc, sin, cos] {
            digest.combine(arguments.map(function))
        }
        for function in [log, log2, log10, log1p] {
            digest.combine(arguments.map { function(abs($0)) })
        }
        #expect(digest.description == "675c84e025874d99")
    }

    @Test func `the draws give the recorded bits`() {
        var generator = Xoshiro256StarStar(seed: 1, stream: 2)
        var digest = Digest(of: (0..<20_000).map { _ in generator.normal() })
        digest.combine((0..<1000).map { _ in generator.uniform() })
        digest.combine((0..<1000).map { _ in Double(generator.integer(below: 1000)) })
        digest.combine(generator.permutation(count: 100).map(Double.init))
        #expect(digest.description == "007a88c53ac3caad")
    }
}
