#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The safetensors format: eight bytes with the header's length, lowest first; the header, JSON that says of every tensor
/// its number type, its shape and its place in the data; the data, without gaps.
struct Safetensors {
    /// The header's entry for one tensor.
    struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        /// Begin and end in the data, in bytes.
        var data_offsets: [Int]
    }

    var entries: [String: Entry]
    var data: ArraySlice<UInt8>

    init(reading bytes: [UInt8]) throws(SafetensorsError) {
        guard bytes.count >= 8 else { throw .notSafetensors("it has \(bytes.count) bytes") }
        let length = (0..<8).reduce(0) { $0 | UInt64(bytes[$1]) << (8 * $1) }
        guard length <= bytes.count - 8 else {
            throw .notSafetensors("a header of \(length) bytes does not fit into \(bytes.count)")
        }
        let end = 8 + Int(length)
        do {
            entries = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<end])).entries
        } catch {
            throw .notSafetensors("its header is not the JSON of tensors")
        }
        data = bytes[end...]
    }

    /// A tensor's numbers, of which there must be as many as its shape holds.
    func floats(of name: String) throws(SafetensorsError) -> Tensor? {
        guard let entry = entries[name] else { return nil }
        guard entry.dtype == "F32" else { throw .numberType(tensor: name, type: entry.dtype) }
        guard entry.data_offsets.count == 2 else { throw .place(tensor: name) }
        let (begin, end) = (entry.data_offsets[0], entry.data_offsets[1])
        // Lengths beyond the file's may overflow when multiplied.
        let bytes = entry.shape.reduce(4) { count, length in
            0 <= length && length <= data.count && count <= data.count ? count * length : Int.max
        }
        guard 0 <= begin, begin <= end, end <= data.count, end - begin == bytes else { throw .place(tensor: name) }
        let shape = Shape(entry.shape)
        let start = data.startIndex + begin
        return Tensor(
            shape,
            (0..<shape.count).map { place in
                let bits = (0..<4).reduce(0) { $0 | UInt32(data[start + 4 * place + $1]) << (8 * $1) }
                return Float(bitPattern: bits)
            })
    }

    /// The bytes of tensors in their order.
    static func bytes(of tensors: [(name: String, tensor: Tensor)]) -> [UInt8] {
        var entries: [String: Entry] = [:]
        var data: [UInt8] = []
        for (name, tensor) in tensors {
            let begin = data.count
            for number in tensor.values {
                for shift in [0, 8, 16, 24] { data.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift)) }
            }
            entries[name] = Entry(dtype: "F32", shape: tensor.shape.lengths, data_offsets: [begin, data.count])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Names, numbers and arrays of numbers can always be written.
        var header = [UInt8](try! encoder.encode(entries))
        // Spaces let the data begin on a boundary of eight bytes.
        header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
        let length = UInt64(header.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + header + data
    }
}

/// The header without its free text.
private struct Header: Decodable {
    var entries: [String: Safetensors.Entry] = [:]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        for name in container.allKeys where name.stringValue != "__metadata__" {
            entries[name.stringValue] = try container.decode(Safetensors.Entry.self, forKey: name)
        }
    }
}
