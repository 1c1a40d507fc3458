import Autodiff

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
        guard length <= Self.longestHeader else {
            throw .notSafetensors("a header of \(length) bytes is longer than \(Self.longestHeader)")
        }
        do {
            entries = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<end])).entries
        } catch {
            throw .notSafetensors("its header is not the JSON of tensors\(Self.place(of: error))")
        }
        // A decoder takes one of them and says nothing.
        if let name = SafetensorsNames.repeated(in: bytes[8..<end]) {
            throw .notSafetensors("its header has two entries for \(name)")
        }
        data = bytes[end...]
        try checkLayout()
    }

    /// The longest header that the format allows, in bytes.
    private static let longestHeader = 100_000_000

    /// Where in the header the decoder met something else than it should be, if it knows.
    private static func place(of error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error {
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context):
                context
            default: nil
            }
        guard let path = context?.codingPath, !path.isEmpty else { return "" }
        return ", see " + path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ": ")
    }

    /// The tensors must fill the data, one after the other: what overlaps or is left over shows a damaged file.
    private func checkLayout() throws(SafetensorsError) {
        var places: [(begin: Int, end: Int, name: String)] = []
        for (name, entry) in entries {
            guard entry.data_offsets.count == 2 else {
                throw .notSafetensors("\(name) has \(entry.data_offsets.count) data_offsets instead of 2")
            }
            places.append((entry.data_offsets[0], entry.data_offsets[1], name))
        }
        var reached = 0
        for (begin, end, name) in places.sorted(by: <) {
            guard 0 <= begin, begin <= end, end <= data.count else {
                throw .place(tensor: name, begin: begin, end: end, data: data.count)
            }
            guard begin >= reached else {
                throw .notSafetensors("\(name) begins at byte \(begin) of the data, within another tensor")
            }
            guard begin == reached else { throw Self.unclaimed(reached, begin) }
            reached = end
        }
        guard reached == data.count else { throw Self.unclaimed(reached, data.count) }
    }

    private static func unclaimed(_ begin: Int, _ end: Int) -> SafetensorsError {
        .notSafetensors("bytes \(begin) to \(end) of the data belong to no tensor")
    }

    /// A tensor's numbers, of which there must be as many as its shape holds.
    func floats(of name: String) throws(SafetensorsError) -> Tensor? {
        guard let entry = entries[name] else { return nil }
        guard entry.dtype == "F32" else { throw .numberType(tensor: name, type: entry.dtype) }
        let (begin, end) = (entry.data_offsets[0], entry.data_offsets[1])
        // Lengths beyond the file's may overflow when multiplied.
        let bytes =
            entry.shape.contains(0) && entry.shape.allSatisfy { $0 >= 0 }
            ? 0
            : entry.shape.reduce(4) { count, length in
                0 <= length && length <= data.count && count <= data.count ? count * length : Int.max
            }
        guard end - begin == bytes else { throw .length(tensor: name, shape: entry.shape, bytes: end - begin) }
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
