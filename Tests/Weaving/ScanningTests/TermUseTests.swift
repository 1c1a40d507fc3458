import Testing

@testable import Scanning

struct TermUseTests {
    @Test(arguments: [
        ("Two policy gradients, a policy.", "policy gradients"), ("A policy, a policy gradient.", "policy"),
        ("policies and a policy-free policy", "policy"), ("« policy »", "policy"),
    ])
    func `the first use is a word of its own, or its plural, of the longest term that begins there`(
        text: String, found: String
    ) throws {
        let use = try #require(TermUse(of: ["policy", "policy gradient"], in: text))
        #expect(use.use == found)
        #expect(use.before + use.use + use.after == text)
        #expect(found.hasPrefix(use.term))
    }

    @Test(arguments: ["", "Policy", "apolicy", "policyé", "épolicy", "policy-free", "polic"])
    func `a part of another word is no use`(text: String) {
        #expect(TermUse(of: ["policy", ""], in: text) == nil)
    }
}
