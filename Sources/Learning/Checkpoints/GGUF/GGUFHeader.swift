/// The header of a GGUF file: metadata, and where the tensors lie.
struct GGUFHeader {
    let metadata: [String: GGUFValue]
    let tensors: [String: GGUF.Tensor]
    let dataOffset: Int

    /// The boundary on which tensors begin, unless the file says another.
    private static let usualAlignment: Int64 = 32
    /// The format's largest number of axes.
    private static let mostAxes: UInt32 = 4

    init(of bytes: UnsafeRawBufferPointer) throws(GGUFError) {
        guard bytes.count >= 4, bytes.prefix(4).elementsEqual("GGUF".utf8) else { throw .notGGUF }
        var scanner = GGUFScanner(bytes)
        _ = try scanner.number(UInt32.self, "the magic number")
        let version = try scanner.number(UInt32.self, "the version")
        guard version == 2 || version == 3 else { throw .version(version) }
        let tensorCount = try scanner.count(of: "tensors", atLeast: 24)
        let keyCount = try scanner.count(of: "keys", atLeast: 13)
        var metadata: [String: GGUFValue] = [:]
        for _ in 0..<keyCount {
            let key = try scanner.text("a key")
            guard metadata.updateValue(try scanner.value(key), forKey: key) == nil else { throw .doubled(key) }
        }
        var entries: [Entry] = []
        for _ in 0..<tensorCount { entries.append(try Entry(scanning: &scanner)) }
        let alignment = try Self.alignment(in: metadata)
        dataOffset = (scanner.place + alignment - 1) / alignment * alignment
        tensors = try Self.tensors(entries, from: dataOffset, alignment: alignment, fileSize: bytes.count)
        self.metadata = metadata
    }

    /// A tensor's line in the header.
    private struct Entry {
        let name: String
        let shape: [Int]
        let numbers: GGUFNumbers
        let offset: UInt64

        init(scanning scanner: inout GGUFScanner) throws(GGUFError) {
            name = try scanner.text("a tensor's name")
            let axes = try scanner.number(UInt32.self, "the axes of \(name)")
            guard axes <= GGUFHeader.mostAxes else {
                throw .implausible(
                    what: "the number of axes of \(name)", value: UInt64(axes), limit: UInt64(GGUFHeader.mostAxes))
            }
            var shape: [Int] = []
            for _ in 0..<axes {
                let length = try scanner.number(UInt64.self, "the shape of \(name)")
                guard length > 0, length <= 1 << 31 else {
                    throw .implausible(what: "an axis of \(name)", value: length, limit: 1 << 31)
                }
                shape.insert(Int(length), at: 0)
            }
            self.shape = shape
            let raw = try scanner.number(UInt32.self, "the type of \(name)")
            guard let numbers = GGUFNumbers(rawValue: raw) else {
                throw .unsupported(what: "type of the numbers of \(name)", value: raw)
            }
            self.numbers = numbers
            offset = try scanner.number(UInt64.self, "the place of \(name)")
        }

        /// How many bytes the numbers take.
        var size: Int {
            get throws(GGUFError) {
                var count = 1
                for length in shape {
                    let (product, isTooLarge) = count.multipliedReportingOverflow(by: length)
                    guard !isTooLarge, product <= 1 << 48 else {
                        throw .implausible(what: "the size of \(name)", value: .max, limit: 1 << 48)
                    }
                    count = product
                }
                guard (shape.last ?? 1).isMultiple(of: numbers.blockLength) else {
                    throw .implausible(
                        what: "the row length of \(name)", value: UInt64(shape.last ?? 1),
                        limit: UInt64(numbers.blockLength))
                }
                return count / numbers.blockLength * numbers.blockSize
            }
        }
    }

    private static func alignment(in metadata: [String: GGUFValue]) throws(GGUFError) -> Int {
        guard let value = metadata["general.alignment"] else { return Int(usualAlignment) }
        guard case .integer(let alignment) = value else { throw .kind(key: "general.alignment") }
        guard alignment > 0, alignment <= 1 << 20, alignment & (alignment - 1) == 0 else {
            throw .implausible(what: "the alignment", value: UInt64(bitPattern: alignment), limit: 1 << 20)
        }
        return Int(alignment)
    }

    private static func tensors(
        _ entries: [Entry], from start: Int, alignment: Int, fileSize: Int
    ) throws(GGUFError) -> [String: GGUF.Tensor] {
        var tensors: [String: GGUF.Tensor] = [:]
        for entry in entries {
            guard entry.offset % UInt64(alignment) == 0, entry.offset <= UInt64(fileSize) else {
                throw .implausible(what: "the place of \(entry.name)", value: entry.offset, limit: UInt64(fileSize))
            }
            let (first, size) = (start + Int(entry.offset), try entry.size)
            guard first + size <= fileSize else { throw .truncated(at: first, reading: entry.name) }
            let tensor = GGUF.Tensor(
                name: entry.name, shape: entry.shape, numbers: entry.numbers, bytes: first..<first + size)
            guard tensors.updateValue(tensor, forKey: entry.name) == nil else { throw .doubled(entry.name) }
        }
        let ordered = tensors.values.sorted { ($0.bytes.lowerBound, $0.name) < ($1.bytes.lowerBound, $1.name) }
        for (one, next) in zip(ordered, ordered.dropFirst()) where one.bytes.upperBound > next.bytes.lowerBound {
            throw .overlap(one.name, next.name)
        }
        return tensors
    }
}
