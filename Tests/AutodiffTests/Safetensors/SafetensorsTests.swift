import Foundation
import Testing

@testable import Autodiff

@Suite struct SafetensorsTests {
    private func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
        let count = UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + header.utf8 + data
    }

    @Test func `parameters come back bit by bit`() throws {
        var parameters = Parameters(ones: [2, 3], [], [5])
        parameters[parameters.all[0]].values = [-0.0, .infinity, .leastNonzeroMagnitude, 1 / 3, -1e38, 7]
        let path = NSTemporaryDirectory() + "weave-\(UUID()).safetensors"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try parameters.write(safetensors: path)
        var restored = Parameters(ones: [2, 3], [], [5])
        try restored.restore(safetensors: path)
        for parameter in parameters.all {
            #expect(restored[parameter].values.map(\.bitPattern) == parameters[parameter].values.map(\.bitPattern))
        }
    }

    @Test func `the header is padded to eight bytes and says where the numbers are`() {
        let bytes = Parameters(ones: [2], [1]).safetensors()
        let header =
            #"{"0":{"data_offsets":[0,8],"dtype":"F32","shape":[2]},"1":{"data_offsets":[8,12],"dtype":"F32","#
            + #""shape":[1]}}"#
        #expect(
            bytes
                == file(
                    header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8),
                    data: [0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f]))
    }

    @Test func `a file of another program may have free text and any order`() throws {
        let header =
            #"{"__metadata__":{"format":"pt"},"0":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"#
            + #""1":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#
        var parameters = Parameters(ones: [1], [])
        try parameters.restore(safetensors: file(header, data: [0, 0, 0, 0x40, 0, 0, 0x40, 0x40]))
        #expect(parameters[parameters.all[0]].values == [3])
        #expect(parameters[parameters.all[1]].values == [2])
    }

    @Test(arguments: [
        (#"{}"#, SafetensorsError.missing(tensor: "0")),
        (#"{"0":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}"#, .numberType(tensor: "0", type: "F16")),
        (#"{"0":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, .place(tensor: "0")),
        (#"{"0":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, .place(tensor: "0")),
        (#"{"0":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, .place(tensor: "0")),
        (#"{"0":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,4]}}"#, .place(tensor: "0")),
        (#"{"0":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#, .shape(tensor: "0", file: [], model: [1])),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"1":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#,
            .unknown(tensor: "1")
        ),
        (#"[]"#, .notSafetensors("its header is not the JSON of tensors")),
    ])
    func `what does not fit the model is an error that leaves it unchanged`(header: String, error: SafetensorsError) {
        var parameters = Parameters(ones: [1])
        #expect(throws: error) { try parameters.restore(safetensors: file(header, data: [0, 0, 0, 0])) }
        #expect(parameters[parameters.all[0]].values == [1])
    }

    @Test func `bytes that end too early are an error`() {
        var parameters = Parameters(ones: [1])
        #expect(throws: SafetensorsError.notSafetensors("it has 3 bytes")) {
            try parameters.restore(safetensors: [1, 2, 3])
        }
        #expect(throws: SafetensorsError.notSafetensors("a header of 255 bytes does not fit into 9")) {
            try parameters.restore(safetensors: [255, 0, 0, 0, 0, 0, 0, 0, 1])
        }
    }

    @Test func `a file that is not there is named`() {
        var parameters = Parameters(ones: [1])
        #expect(throws: SafetensorsError.file(path: "/nowhere/a")) {
            try parameters.restore(safetensors: "/nowhere/a")
        }
        #expect(throws: SafetensorsError.file(path: "/nowhere/a")) { try parameters.write(safetensors: "/nowhere/a") }
    }
}
