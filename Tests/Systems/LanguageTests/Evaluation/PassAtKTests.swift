import Language
import Testing

struct PassAtKTests {
    @Test func `it is the share of subsets with a right sample`() {
        for count in 1...8 {
            for right in 0...count {
                for k in 1...count {
                    let subsets = (0..<(1 << count)).filter { $0.nonzeroBitCount == k }
                    let passing = subsets.count { $0 & ((1 << right) - 1) != 0 }
                    let expected = Double(passing) / Double(subsets.count)
                    #expect(abs(passAtK(k, right: right, of: count) - expected) < 1e-12)
                }
            }
        }
    }

    @Test func `of one sample it is the accuracy`() {
        #expect(abs(passAtK(1, right: 3, of: 16) - 0.1875) < 1e-12)
        #expect(passAtK(16, right: 0, of: 16) == 0 && passAtK(16, right: 1, of: 16) == 1)
    }
}
