import Autodiff

/// A safetensors file: eight bytes with the header's length, lowest first; the header, JSON that says of every tensor its number
/// type, its shape and its place in the data; the data, without gaps.
///
/// The file is mapped into memory, not copied. Its header is held against its length before anything in it is believed.
public struct Safetensors: Sendable {
    /// The header's entry for one tensor.
    struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        /// Begin and end in the data, in bytes.
        var data_offsets: [Int]
    }

    let entries: [String: Entry]
    /// The header's free text.
    let note: [String: String]
    private let data: Data

    /// Maps a file and reads its header.
    public init(reading url: URL) throws(SafetensorsError) {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw .file(path: url.path, reason: systemReason(of: error))
        }
        self = try SafetensorsError.naming(url.path) { () throws(SafetensorsError) in try Safetensors(data) }
    }

    /// Reads the header of a file's bytes.
    public init(_ bytes: Data) throws(SafetensorsError) {
        guard bytes.count >= 8 else { throw .notSafetensors("it has \(bytes.count) bytes") }
        let start = bytes.startIndex
        let length = (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * $1) }
        guard length <= bytes.count - 8 else {
            throw .notSafetensors("a header of \(length) bytes does not fit into \(bytes.count)")
        }
        let end = start + 8 + Int(length)
        guard length <= Self.longestHeader else {
            throw .notSafetensors("a header of \(length) bytes is longer than \(Self.longestHeader)")
        }
        let header = bytes[(start + 8)..<end]
        do {
            let header = try JSONDecoder().decode(Header.self, from: header)
            (entries, note) = (header.entries, header.note)
        } catch {
            throw .notSafetensors("its header is not the JSON of tensors\(Self.place(of: error))")
        }
        // A decoder takes one of them and says nothing.
        if let name = SafetensorsNames.repeated(in: [UInt8](header)[...]) {
            throw .notSafetensors("its header has two entries for \(name)")
        }
        data = bytes[end...]
        try checkLayout()
    }

    /// How many bytes the tensors have.
    var dataCount: Int { data.count }

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

    /// How a tensor's numbers are stored, and its shape: there must be as many bytes as both need. Nil if there is no such tensor.
    func layout(of name: String) throws(SafetensorsError) -> (numbers: GGUFNumbers, shape: Shape)? {
        guard let entry = entries[name] else { return nil }
        let numbers: GGUFNumbers
        switch entry.dtype {
        case "F32": numbers = .f32
        case "F16": numbers = .f16
        case "BF16": numbers = .bf16
        default: throw .numberType(tensor: name, type: entry.dtype)
        }
        let bytes = entry.data_offsets[1] - entry.data_offsets[0]
        // Lengths beyond the file's may overflow when multiplied.
        let needed = entry.shape.reduce(numbers.blockSize as Int?) { product, length in
            guard let product, length >= 0 else { return nil }
            let (next, overflows) = product.multipliedReportingOverflow(by: length)
            return overflows ? nil : next
        }
        guard needed == bytes else { throw .length(tensor: name, shape: entry.shape, bytes: bytes) }
        return (numbers, Shape(entry.shape))
    }

    /// Writes a tensor's numbers from one place in it on, as many as there is room for.
    func read(
        _ name: String, _ numbers: GGUFNumbers, from place: Int, into floats: UnsafeMutableBufferPointer<Float>
    ) {
        guard let entry = entries[name], !floats.isEmpty else { return }
        data.withUnsafeBytes { bytes in
            let begin = entry.data_offsets[0] + place * numbers.blockSize
            numbers.read(
                UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + floats.count * numbers.blockSize]), into: floats)
        }
    }
}

/// The header: tensors, and free text.
private struct Header: Decodable {
    var entries: [String: Safetensors.Entry] = [:]
    var note: [String: String] = [:]

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        for name in container.allKeys {
            guard name.stringValue != "__metadata__" else {
                // Whatever else it is, no number depends on it.
                note = (try? container.decode([String: String].self, forKey: name)) ?? [:]
                continue
            }
            entries[name.stringValue] = try container.decode(Safetensors.Entry.self, forKey: name)
        }
    }
}
