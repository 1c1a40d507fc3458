/// Reads a GGUF file's header from the front, and believes no number in it before it has been held against what is left.
struct GGUFScanner {
    let bytes: UnsafeRawBufferPointer
    private(set) var place = 0

    /// How deep lists may stand in lists.
    private static let deepest = 4

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var left: Int { bytes.count - place }

    mutating func number<Number: FixedWidthInteger>(_: Number.Type, _ what: String) throws(GGUFError) -> Number {
        let size = MemoryLayout<Number>.size
        guard left >= size else { throw .truncated(at: place, reading: what) }
        defer { place += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
    }

    /// A count of things that take at least `size` bytes each.
    mutating func count(of what: String, atLeast size: Int) throws(GGUFError) -> Int {
        let count = try number(UInt64.self, "the number of \(what)")
        let limit = UInt64(left / size)
        guard count <= limit else { throw .implausible(what: "the number of \(what)", value: count, limit: limit) }
        return Int(count)
    }

    mutating func text(_ what: String) throws(GGUFError) -> String {
        let start = place
        let length = try count(of: "bytes of \(what)", atLeast: 1)
        defer { place += length }
        guard let text = String(validating: bytes[place..<place + length], as: UTF8.self) else {
            throw .text(at: start)
        }
        return text
    }

    mutating func value(_ key: String) throws(GGUFError) -> GGUFValue {
        try value(of: try kind(), key, depth: 0)
    }

    private mutating func kind() throws(GGUFError) -> GGUFKind {
        let raw = try number(UInt32.self, "the kind of a value")
        guard let kind = GGUFKind(rawValue: raw) else { throw .unsupported(what: "kind of value", value: raw) }
        return kind
    }

    private mutating func value(of kind: GGUFKind, _ key: String, depth: Int) throws(GGUFError) -> GGUFValue {
        switch kind {
        case .uint8: return .integer(Int64(try number(UInt8.self, key)))
        case .int8: return .integer(Int64(try number(Int8.self, key)))
        case .uint16: return .integer(Int64(try number(UInt16.self, key)))
        case .int16: return .integer(Int64(try number(Int16.self, key)))
        case .uint32: return .integer(Int64(try number(UInt32.self, key)))
        case .int32: return .integer(Int64(try number(Int32.self, key)))
        case .int64: return .integer(try number(Int64.self, key))
        case .uint64:
            let value = try number(UInt64.self, key)
            return Int64(exactly: value).map(GGUFValue.integer) ?? .large(value)
        case .float32: return .number(Double(Float(bitPattern: try number(UInt32.self, key))))
        case .float64: return .number(Double(bitPattern: try number(UInt64.self, key)))
        case .bool: return .flag(try number(UInt8.self, key) != 0)
        case .string: return .text(try text(key))
        case .array:
            guard depth < Self.deepest else {
                throw .implausible(what: "the depth of '\(key)'", value: UInt64(depth + 1), limit: UInt64(Self.deepest))
            }
            let element = try self.kind()
            let count = try count(of: "values of '\(key)'", atLeast: element.leastSize)
            var list: [GGUFValue] = []
            list.reserveCapacity(count)
            for _ in 0..<count { list.append(try value(of: element, key, depth: depth + 1)) }
            return .list(list)
        }
    }
}
