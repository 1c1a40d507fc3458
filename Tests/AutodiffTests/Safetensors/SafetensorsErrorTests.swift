import Testing

@testable import Autodiff

@Suite struct SafetensorsErrorTests {
    @Test func `an error names the tensor and what is wrong`() {
        let error = SafetensorsError.shape(tensor: "hidden.weight", file: [6, 64], model: [6, 128])
        #expect(error.description == "hidden.weight is 6×64 in the file and 6×128 in the model")
        #expect(SafetensorsError.missing(tensor: "w").description == "the file has no w")
        #expect(SafetensorsError.unknown(tensor: "w").description == "the model has no w")
    }
}
