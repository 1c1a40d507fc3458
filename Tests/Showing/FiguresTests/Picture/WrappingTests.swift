import Testing

@testable import Figures

@Suite struct WrappingTests {
    private func lines(_ text: String, atMost count: Int) -> [String] {
        wrapped(text, width: 66, size: 10.5, atMost: count)
    }

    @Test func `what fits stays whole`() {
        #expect(lines("short", atMost: 1) == ["short"])
    }

    @Test func `lines break after hyphens and spaces`() {
        #expect(lines("gentle-hedgehog", atMost: 2) == ["gentle-", "hedgehog"])
        #expect(lines("one two three four", atMost: 3) == ["one two", "three four"])
    }

    @Test func `what still does not fit is cut`() {
        #expect(lines("incomprehensibilities", atMost: 2) == ["incompre…"])
        #expect(lines("one two three four", atMost: 1) == ["one two t…"])
    }
}
