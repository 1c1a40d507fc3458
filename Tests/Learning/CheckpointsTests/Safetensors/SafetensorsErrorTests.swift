import Testing

import Autodiff
@testable import Checkpoints

@Suite struct SafetensorsErrorTests {
    @Test func `an error names the tensor and what is wrong`() {
        let error = SafetensorsError.shape(tensor: "hidden.weight", file: [6, 64], model: [6, 128])
        #expect(error.description == "hidden.weight is 6×64 in the file and 6×128 in the model")
        #expect(
            SafetensorsError.place(tensor: "w", begin: 0, end: 8, data: 6).description
                == "w is said to lie in bytes 0 to 8 of the data, of which the file has 6")
        #expect(
            SafetensorsError.length(tensor: "w", shape: [2, 3], bytes: 8).description
                == "w has 8 bytes, too few or too many for [2, 3]")
        #expect(SafetensorsError.inFile(path: "a/b", .missing(tensor: "w")).description == "a/b: the file has no w")
        #expect(SafetensorsError.missing(tensor: "w").description == "the file has no w")
        #expect(SafetensorsError.unknown(tensor: "w").description == "the model has no w")
    }
}
