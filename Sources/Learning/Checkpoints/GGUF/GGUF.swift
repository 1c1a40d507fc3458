/// A GGUF file: settings and tokens by key, tensors by name (ggml-org, "GGUF", versions 2 and 3).
///
/// ```swift
/// let file = try GGUF(reading: URL(filePath: "SmolLM2-135M-Instruct.Q4_1.gguf"))
/// let layers = try file.integer("llama.block_count")
/// let embedding = file.floats(of: file.tensors["token_embd.weight"]!)
/// ```
///
/// The file is mapped into memory, not copied. Nothing in it is believed before it is held against the file's length, so that
/// a damaged or hostile one is an error and never a crash.
public struct GGUF: Sendable {
    /// A tensor of the file.
    public struct Tensor: Hashable, Sendable {
        /// Its name in the file.
        public let name: String
        /// Its axes as the rest of the world counts them: outputs × inputs (the file has them reversed).
        public let shape: [Int]
        /// How its numbers are stored.
        public let numbers: GGUFNumbers
        /// Where its bytes lie in the file.
        public let bytes: Range<Int>

        /// How many numbers it has.
        public var count: Int { shape.reduce(1, *) }
    }

    /// Settings and tokens.
    public let metadata: [String: GGUFValue]
    /// The tensors by name.
    public let tensors: [String: Tensor]
    /// Where the tensors' bytes begin.
    public let dataOffset: Int
    private let data: Data

    /// Maps a file and reads its header.
    ///
    /// - Throws: ``GGUFError``.
    public init(reading url: URL) throws(GGUFError) {
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw .unreadable("\(error)")
        }
        try self.init(data)
    }

    /// Reads the header of a file's bytes.
    public init(_ data: Data) throws(GGUFError) {
        // Foundation's closure knows no typed errors.
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(GGUFError) in try GGUFHeader(of: bytes) }
        }
        let header = try result.get()
        (metadata, tensors, dataOffset) = (header.metadata, header.tensors, header.dataOffset)
        self.data = data
    }

    /// A tensor's numbers, row after row.
    public func floats(of tensor: Tensor) -> [Float] {
        [Float](unsafeUninitializedCapacity: tensor.count) { floats, count in
            count = tensor.count
            read(tensor, from: 0, into: UnsafeMutableBufferPointer(rebasing: floats[..<count]))
        }
    }

    /// Writes a tensor's numbers from one place in it on, both whole blocks, as many as there is room for.
    func read(_ tensor: Tensor, from place: Int, into floats: UnsafeMutableBufferPointer<Float>) {
        data.withUnsafeBytes { bytes in
            let blocks = (place / tensor.numbers.blockLength, floats.count / tensor.numbers.blockLength)
            let begin = tensor.bytes.lowerBound + blocks.0 * tensor.numbers.blockSize
            tensor.numbers.read(
                UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + blocks.1 * tensor.numbers.blockSize]),
                into: floats)
        }
    }

    /// The value under a key, which must be there.
    public func value(_ key: String) throws(GGUFError) -> GGUFValue {
        guard let value = metadata[key] else { throw .missing(key) }
        return value
    }

    /// A whole number under a key, between 0 and 2⁴⁰.
    public func integer(_ key: String) throws(GGUFError) -> Int {
        guard case .integer(let value) = try value(key) else { throw .kind(key: key) }
        guard (0...1 << 40).contains(value) else {
            throw .implausible(what: "'\(key)'", value: UInt64(bitPattern: value), limit: 1 << 40)
        }
        return Int(value)
    }

    /// A number under a key.
    public func number(_ key: String) throws(GGUFError) -> Double {
        guard case .number(let value) = try value(key) else { throw .kind(key: key) }
        return value
    }

    /// The text under a key.
    public func text(_ key: String) throws(GGUFError) -> String {
        guard case .text(let value) = try value(key) else { throw .kind(key: key) }
        return value
    }

    /// The texts under a key.
    public func texts(_ key: String) throws(GGUFError) -> [String] {
        guard case .list(let values) = try value(key) else { throw .kind(key: key) }
        var texts: [String] = []
        for value in values {
            guard case .text(let text) = value else { throw .kind(key: key) }
            texts.append(text)
        }
        return texts
    }

    /// The whole numbers under a key.
    public func integers(_ key: String) throws(GGUFError) -> [Int] {
        guard case .list(let values) = try value(key) else { throw .kind(key: key) }
        var integers: [Int] = []
        for value in values {
            guard case .integer(let integer) = value else { throw .kind(key: key) }
            integers.append(Int(integer))
        }
        return integers
    }
}
