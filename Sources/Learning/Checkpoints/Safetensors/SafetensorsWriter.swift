/// Writes a safetensors file of 32-bit floats, tensor by tensor.
struct SafetensorsWriter {
    private var entries: [String: Safetensors.Entry] = [:]
    private var data = Data()

    /// Room for so many numbers.
    init(numbers: Int) { data.reserveCapacity(4 * numbers) }

    /// Adds a tensor; `floats` are as many as its shape holds.
    mutating func add(_ name: String, shape: [Int], _ floats: UnsafeBufferPointer<Float>) {
        let begin = data.count
        #if _endian(little)
        data.append(contentsOf: UnsafeRawBufferPointer(floats))
        #else
        for number in floats { withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
        #endif
        entries[name] = Safetensors.Entry(dtype: "F32", shape: shape, data_offsets: [begin, data.count])
    }

    /// The file.
    func bytes(note: [String: String] = [:]) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Names, numbers and arrays of numbers can always be written.
        var header = try! encoder.encode(entries)
        if !note.isEmpty {
            let text = try! encoder.encode(["__metadata__": note])
            // The note stands before the tensors, within the same braces.
            header = text.dropLast() + (entries.isEmpty ? Data() : Data(",".utf8)) + header.dropFirst()
        }
        // Spaces let the data begin on a boundary of eight bytes.
        header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
        let length = UInt64(header.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + header + data
    }
}
