import Foundation
import Testing

@testable import Advantages

struct AdvantageMethodTests {
    @Test(arguments: [
        (AdvantageMethod.persistentMean(decay: 1), "decay is 1.0; it must be between 0 and 1, both excluded"),
        (.shrinkage(length: 0), "window length is 0; it must be at least 1"),
        (.window(length: 1_000_001), "window length is 1000001; it must be at most 1000000"),
        (.shrinkage(priorCount: -1), "prior count is -1.0; it must be finite and at least 0"),
        (.ema(decay: .nan), "decay is nan; it must be between 0 and 1, both excluded"),
        (.kalman(drift: 0), "drift is 0.0; it must be positive and below 1e150"),
        (.kalman(minimumCount: 1), "minimum count is 1; it must be at least 2"),
    ])
    func `a value that makes no sense is named`(method: AdvantageMethod, message: String) {
        let error = #expect(throws: InvalidSetting.self) { try method.validate() }
        #expect(error?.description == message)
    }

    @Test(arguments: AdvantageMethod.all)
    func `every method is valid, has a name of its own and is saved by it`(method: AdvantageMethod) throws {
        try method.validate()
        #expect(AdvantageMethod.all.filter { $0.name == method.name }.count == 1)
        let changed = method.with(length: 7, minimumCount: 3, decay: 0.25)
        for method in [method, changed] {
            let saved = try JSONEncoder().encode(method)
            #expect(try JSONDecoder().decode(AdvantageMethod.self, from: saved) == method)
        }
        #expect((changed == method) == Mirror(reflecting: method.rule).children.allSatisfy { $0.label == "deviation" })
    }

    @Test func `a method is described by its name and settings`() {
        #expect("\(AdvantageMethod.window())" == "window(length: 32, minimumCount: 16)")
        #expect("\(AdvantageMethod.leaveOneOut)" == "leave-one-out")
        #expect("\(AdvantageMethod.group(deviation: .sample))" == "group(deviation: sample)")
    }
}
