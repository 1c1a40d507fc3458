import Foundation
import Testing

import Autodiff
import DeterministicMath
@testable import Checkpoints

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

    @Test func `numbers of half the size are read exactly`() throws {
        let header =
            #"{"0":{"dtype":"F16","shape":[3],"data_offsets":[0,6]},"1":{"dtype":"BF16","shape":[2],"data_offsets":[6,10]}}"#
        var parameters = Parameters(ones: [3], [2])
        // 1, -2 and the smallest of half precision; 1.5 and -0 of the other.
        let data: [UInt8] = [0, 0x3c, 0, 0xc0, 1, 0, 0xc0, 0x3f, 0, 0x80]
        try parameters.restore(safetensors: file(header, data: data))
        #expect(parameters[parameters.all[0]].values == [1, -2, 0x1p-24])
        #expect(
            parameters[parameters.all[1]].values.map(\.bitPattern) == [Float(1.5).bitPattern, Float(-0.0).bitPattern])
    }

    @Test func `no change of a byte makes the reader crash`() throws {
        var parameters = Parameters(ones: [2, 3], [5])
        let whole = parameters.safetensors()
        var generator = Xoshiro256StarStar(seed: 1)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0...generator.integer(below: 3) {
                bytes[generator.integer(below: bytes.count)] = UInt8(generator.integer(below: 256))
            }
            // Either it is read, or it is an error that says why.
            do {
                try parameters.restore(safetensors: bytes)
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test func `JSON that is nested without end is an error`() {
        var parameters = Parameters(ones: [1])
        #expect(throws: SafetensorsError.self) {
            try parameters.restore(safetensors: file(String(repeating: "{\"a\":", count: 100_000)))
        }
    }

    /// What is wrong in a header, with how many bytes of data behind it.
    @Test(arguments: [
        (#"{}"#, 0, SafetensorsError.missing(tensor: "0")),
        (#"{"0":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#, 8, .numberType(tensor: "0", type: "I64")),
        (
            #"{"0":{"dtype":"BF16","shape":[1],"data_offsets":[0,4]}}"#, 4,
            .length(tensor: "0", shape: [1], bytes: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 3,
            .place(tensor: "0", begin: 0, end: 4, data: 3)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4,
            .place(tensor: "0", begin: 4, end: 0, data: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#, 4,
            .place(tensor: "0", begin: -4, end: 0, data: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4,
            .length(tensor: "0", shape: [2], bytes: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4,
            .length(tensor: "0", shape: [-1], bytes: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[9223372036854775807,4],"data_offsets":[0,4]}}"#, 4,
            .length(tensor: "0", shape: [.max, 4], bytes: 4)
        ),
        (
            #"{"0":{"dtype":"F32","shape":[9223372036854775807,4,0],"data_offsets":[0,0]}}"#, 0,
            .length(tensor: "0", shape: [.max, 4, 0], bytes: 0)
        ),
        (#"{"0":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}"#, 4, .shape(tensor: "0", file: [], model: [1])),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"1":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}"#,
            8, .unknown(tensor: "1")
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"1":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#,
            6, .notSafetensors("1 begins at byte 2 of the data, within another tensor")
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8,
            .notSafetensors("bytes 0 to 4 of the data belong to no tensor")
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 9,
            .notSafetensors("bytes 4 to 9 of the data belong to no tensor")
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, 4,
            .notSafetensors("0 has 1 data_offsets instead of 2")
        ),
        (#"[]"#, 0, .notSafetensors("its header is not the JSON of tensors")),
        (#"{"0":"#, 0, .notSafetensors("its header is not the JSON of tensors")),
        (
            #"{"0":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}"#, 4,
            .notSafetensors("its header is not the JSON of tensors, see 0: shape: 0")
        ),
        (
            #"{"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}, "\u0030" :{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            4, .notSafetensors("its header has two entries for 0")
        ),
    ])
    func `what does not fit the model is an error that leaves it unchanged`(
        header: String, count: Int, error: SafetensorsError
    ) {
        var parameters = Parameters(ones: [1])
        #expect(throws: error) {
            try parameters.restore(safetensors: file(header, data: [UInt8](repeating: 0, count: count)))
        }
        #expect(parameters[parameters.all[0]].values == [1])
    }

    @Test func `names inside a tensor's entry or with quotation marks do not count as repeated`() throws {
        let header =
            #"{"__metadata__":{"dtype":"a, \"0\": {","0":"0"},"0":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        var parameters = Parameters(ones: [1])
        try parameters.restore(safetensors: file(header, data: [0, 0, 0, 0]))
        #expect(parameters[parameters.all[0]].values == [0])
    }

    @Test func `every file that is cut off is an error`() {
        let whole = Parameters(ones: [2, 3], [5]).safetensors()
        for count in 0..<whole.count {
            var parameters = Parameters(ones: [2, 3], [5])
            #expect(throws: SafetensorsError.self) { try parameters.restore(safetensors: Array(whole[..<count])) }
        }
    }

    @Test func `a header of more than the format allows is an error`() {
        var parameters = Parameters(ones: [1])
        let count = 100_000_001
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + [UInt8](repeating: 0, count: count)
        #expect(throws: SafetensorsError.notSafetensors("a header of 100000001 bytes is longer than 100000000")) {
            try parameters.restore(safetensors: bytes)
        }
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
        #expect(throws: SafetensorsError.file(path: "/nowhere/a", reason: "No such file or directory")) {
            try parameters.restore(safetensors: "/nowhere/a")
        }
        #expect(throws: SafetensorsError.file(path: "/nowhere/a", reason: "No such file or directory")) {
            try parameters.write(safetensors: "/nowhere/a")
        }
    }

    @Test func `a parameter without numbers comes back`() throws {
        var parameters = Parameters(ones: [0], [2])
        let bytes = parameters.safetensors()
        try parameters.restore(safetensors: bytes)
        #expect(parameters.safetensors() == bytes)
    }
}
