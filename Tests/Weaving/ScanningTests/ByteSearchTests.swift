import Scanning
import Testing

struct ByteSearchTests {
    @Test(arguments: [("", false), ("é{", true), ("{é", true), ("é日本", false)])
    func `a byte is found anywhere in a text`(text: String, isThere: Bool) {
        #expect(text.contains(byte: UInt8(ascii: "{")) == isThere)
    }
}
