/// What a safetensors file of 32-bit floats begins with: where each tensor's numbers follow.
struct SafetensorsHeader {
    private var entries: [String: Safetensors.Entry] = [:]
    private var end = 0

    /// Adds a tensor, whose numbers follow those of the tensors before.
    mutating func add(_ name: String, shape: [Int]) {
        let begin = end
        end += 4 * shape.reduce(1, *)
        entries[name] = Safetensors.Entry(dtype: "F32", shape: shape, data_offsets: [begin, end])
    }

    /// The bytes before the numbers.
    func bytes(note: [String: String]) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Names, numbers and arrays of numbers can always be written.
        var header = try! encoder.encode(entries)
        if !note.isEmpty {
            let text = try! encoder.encode(["__metadata__": note])
            // The note stands before the tensors, within the same braces.
            header = text.dropLast() + (entries.isEmpty ? Data() : Data(",".utf8)) + header.dropFirst()
        }
        // Spaces let the numbers begin on a boundary of eight bytes.
        header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
        let length = UInt64(header.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + header
    }
}
