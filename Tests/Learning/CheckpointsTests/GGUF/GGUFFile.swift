import Foundation

/// A GGUF file written by hand, byte for byte.
struct GGUFFile {
    var version: UInt32 = 3
    /// Keys, kinds and the bytes of their values.
    var keys: [(name: String, kind: UInt32, value: [UInt8])] = []
    /// Tensors with their reversed axes, type, place and bytes.
    var tensors: [(name: String, axes: [UInt64], type: UInt32, offset: UInt64)] = []
    var content: [UInt8] = []

    static func number(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    static func text(_ text: String) -> [UInt8] { number(UInt64(text.utf8.count)) + Array(text.utf8) }

    var data: Data {
        var bytes = Array("GGUF".utf8) + Self.number(version)
        bytes += Self.number(UInt64(tensors.count)) + Self.number(UInt64(keys.count))
        for key in keys { bytes += Self.text(key.name) + Self.number(key.kind) + key.value }
        for tensor in tensors {
            bytes += Self.text(tensor.name) + Self.number(UInt32(tensor.axes.count))
            for axis in tensor.axes { bytes += Self.number(axis) }
            bytes += Self.number(tensor.type) + Self.number(tensor.offset)
        }
        while bytes.count % 32 != 0 { bytes.append(0) }
        return Data(bytes + content)
    }

    /// Two heads of four rows each, of width one, as a llama file has them: 0 1 2 3 4 5 6 7.
    static let twoHeads = GGUFFile(
        keys: [
            ("general.architecture", 8, text("llama")), ("llama.attention.head_count", 4, number(UInt32(2))),
            ("list", 9, number(UInt32(8)) + number(UInt64(2)) + text("a") + text("é")),
        ],
        tensors: [("blk.0.attn_q.weight", [1, 8], 0, 0), ("blk.0.attn_v.weight", [1, 8], 0, 32)],
        content: (0..<16).flatMap { number(Float($0 % 8).bitPattern) })
}
