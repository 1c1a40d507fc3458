import Foundation
import TestSupport
import Testing

@testable import Checkpoints

struct GGUFNumbersTests {
    private struct Fixture: Decodable {
        struct Block: Decodable {
            let tensor: String
            let type: String
            let first_block_hex: String
            let values: [Float]
        }
        struct Tensor: Decodable {
            let name: String
            let type: String
            let shape_row_major: [Int]
            let offset: Int
            let sum: Double
            let sum_squares: Double
        }
        let tensor_count: Int
        let kv_count: Int
        let data_offset: Int
        let blocks: [Block]
        let tensors: [Tensor]
    }

    private static func fixture() throws -> Fixture {
        let file = Repository.file("Tests/Learning/CheckpointsTests/Fixtures/smol-gguf.json")
        return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
    }

    private func read(_ numbers: GGUFNumbers, _ bytes: [UInt8]) -> [Float] {
        let count = bytes.count / numbers.blockSize * numbers.blockLength
        return [Float](unsafeUninitializedCapacity: count) { floats, initialized in
            bytes.withUnsafeBytes { numbers.read($0, into: UnsafeMutableBufferPointer(rebasing: floats[..<count])) }
            initialized = count
        }
    }

    @Test func `blocks of the real file have the numbers of the reference, bit for bit`() throws {
        for block in try Self.fixture().blocks {
            let hex = Array(block.first_block_hex)
            let bytes = stride(from: 0, to: hex.count, by: 2).map { UInt8(String(hex[$0...$0 + 1]), radix: 16)! }
            #expect(read(block.type == "Q8_0" ? .q8_0 : .q4_1, bytes) == block.values, "\(block.tensor)")
        }
    }

    @Test func `plain numbers and 4-bit blocks are what their definitions say`() {
        #expect(read(.f32, GGUFFile.number(Float(-1.5).bitPattern)) == [-1.5])
        #expect(read(.bf16, [0xC0, 0xBF]) == [-1.5])
        #expect(read(.f16, [0x00, 0xBE, 0x01, 0x00, 0xFF, 0x7B, 0x00, 0xFC]) == [-1.5, 0x1p-24, 65504, -.infinity])
        // Scale 0.5; the first byte is 8 + 16 · 15: the numbers 0 and 16 are 0 and 3.5.
        let block = read(.q4_0, [0x00, 0x38, 0xF8] + [UInt8](repeating: 0x88, count: 15))
        #expect(block[0] == 0 && block[16] == 3.5 && block.filter { $0 != 0 } == [3.5])
    }

    @Test(.enabled(if: SmolLM2.file != nil, "the real model is not here: .ci/model fetches it"))
    func `the real file has the reference's tensors`() throws {
        let (fixture, file) = (try Self.fixture(), try GGUF(reading: try #require(SmolLM2.file)))
        #expect(file.tensors.count == fixture.tensor_count)
        #expect(file.metadata.count == fixture.kv_count - 3 || file.metadata.count == fixture.kv_count)
        #expect(file.dataOffset == fixture.data_offset)
        for expected in fixture.tensors {
            let tensor = try #require(file.tensors[expected.name])
            #expect(tensor.shape == expected.shape_row_major)
            #expect(tensor.bytes.lowerBound == file.dataOffset + expected.offset)
            let floats = file.floats(of: tensor)
            let sum = floats.reduce(0.0) { $0 + Double($1) }
            let squares = floats.reduce(0.0) { $0 + Double($1) * Double($1) }
            #expect(abs(sum - expected.sum) < 1e-6 * max(1, squares), "\(expected.name)")
            #expect(abs(squares - expected.sum_squares) < 1e-9 * squares, "\(expected.name)")
        }
    }
}
