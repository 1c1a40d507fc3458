import Testing

@testable import Autodiff

@Suite struct AttentionTests {
    @Test func `attention agrees over more rows than a block has`() throws {
        try expectAgreement("causalAttention") { $0.causalAttention($0.value(of: $1("x")), heads: 2) }
    }

    @Test func `a position sees nothing that comes later`() {
        var values = (0..<20 * 12).map { Float($0 % 7) / 4 }
        func output() -> [Float] {
            let tape = Tape(Parameters())
            return tape.causalAttention(tape.constant(Tensor([1, 20, 12], values)), heads: 1).values
        }
        let before = output()
        for place in 17 * 12..<20 * 12 { values[place] = -50 }
        let after = output()
        #expect(before[..<(17 * 4)] == after[..<(17 * 4)])
        #expect(before[(17 * 4)...] != after[(17 * 4)...])
    }

    @Test func `heads that do not divide the features are named with the shape`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape(Parameters())
            _ = tape.causalAttention(tape.zeros([2, 19, 24]), heads: 3)
        }
        expectMessage("causalAttention: 2×19×24 is not sequences × length × 3 · 3 heads", in: result)
    }
}
