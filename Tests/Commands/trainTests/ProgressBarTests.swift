import Testing

@testable import train

struct ProgressBarTests {
    @Test func `a bar is always as wide as the whole`() {
        #expect(ProgressBar.text(filled: 0).allSatisfy { $0 == "░" })
        #expect(ProgressBar.text(filled: 40).allSatisfy { $0 == "█" })
        #expect(ProgressBar.text(filled: 13).count == 40)
    }
}
