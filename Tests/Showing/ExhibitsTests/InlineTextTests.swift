import Testing

@testable import Exhibits

struct InlineTextTests {
    @Test func `numbers are rounded and texts stay as they are`() throws {
        #expect(try inlineText(of: 1.0 / 3) == "0.333")
        #expect(try inlineText(of: Float(0.1)) == "0.1")
        #expect(try inlineText(of: 12_345) == "12,345")
        #expect(try inlineText(of: "−8.9 <b>") == "−8.9 <b>")
        #expect(try inlineText(of: true) == "true")
        #expect(try inlineText(of: [0.25, 2]) == "0.25, 2")
    }

    @Test func `an optional is its value`() throws {
        let some: Double? = 0.5
        #expect(try inlineText(of: some as Any) == "0.5")
    }

    @Test func `nil and NaN can not stand in a sentence`() {
        let none: Int? = nil
        #expect(throws: InlineTextError.missingValue) { try inlineText(of: none as Any) }
        #expect(throws: InlineTextError.notANumber) { try inlineText(of: Double.nan) }
        #expect(throws: InlineTextError.notANumber) { try inlineText(of: [1, Double.nan]) }
    }
}
