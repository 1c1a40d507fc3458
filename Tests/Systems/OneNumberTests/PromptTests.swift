import DeterministicMath
import Testing

@testable import OneNumber

struct PromptTests {
    @Test func `a name decides slot, spread and label`() {
        let prompt = Prompt(name: "quiet-harbor", index: 3, slotCount: 1024, labelCount: 256)
        let hash = SplitMix64.mix(Digest(of: "quiet-harbor").value)
        #expect(prompt.slot == Int(hash % 1024))
        #expect(prompt.sigma == Double(hash % 1023) / 256)
        #expect(prompt.label == Double(SplitMix64.mix(hash) % 256))
        #expect(prompt.index == 3)
    }

    @Test func `the hash is fixed for ever`() {
        let prompt = Prompt(name: "quiet-harbor", index: 0, slotCount: 1024, labelCount: 256)
        #expect([Double(prompt.slot), prompt.sigma, prompt.label] == [217, 0.9765625, 48])
    }
}
