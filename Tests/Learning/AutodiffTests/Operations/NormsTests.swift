import TestSupport
import Testing

@testable import Autodiff

@Suite struct NormsTests {
    @Test func `every row is centred and scaled`() throws {
        try expectAgreement("layerNorm") { $0.layerNorm($0.value(of: $1("x")), $1("gain"), $1("bias")) }
        try expectAgreement("rmsNorm") { $0.rmsNorm($0.value(of: $1("x")), $1("gain")) }
    }

    @Test func `a gain that does not fit is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [36], [37])
            let tape = Tape(parameters)
            _ = tape.layerNorm(tape.zeros([3, 37]), parameters.all[0], parameters.all[1])
        }
        expectMessage("layerNorm: 3×37 can not be scaled by 36", in: result)
    }

    @Test func `an RMS norm's gain that does not fit is named with both shapes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = Parameters(ones: [3, 37])
            let tape = Tape(parameters)
            _ = tape.rmsNorm(tape.zeros([3, 37]), parameters.all[0])
        }
        expectMessage("rmsNorm: 3×37 can not be scaled by 3×37", in: result)
    }
}
