import DeterministicMath
import Testing

struct DigestTests {
    @Test func `the digest of text is the published one`() {
        #expect(Digest(of: "").description == "cbf29ce484222325")
        #expect(Digest(of: "a").description == "af63dc4c8601ec8c")
        #expect(Digest(of: "foobar").description == "85944171f73967e8")
    }

    @Test func `numbers are taken in lowest byte first`() {
        var digest = Digest()
        digest.combine(0x7261_626f_6f66 as UInt64)
        #expect(digest == Digest(of: "foobar\0\0"))
        #expect(Digest(of: [1.5, 2]) != Digest(of: [2, 1.5]))
        #expect(Digest(of: [0.0]) != Digest(of: [-0.0]))
    }

    @Test func `taking in parts is taking in the whole`() {
        var digest = Digest(of: [1.0])
        digest.combine([2.0, 3.0])
        #expect(digest == Digest(of: [1.0, 2, 3]))
    }
}
