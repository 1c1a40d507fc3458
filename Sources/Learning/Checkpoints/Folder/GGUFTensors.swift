/// The tensors of a GGUF file as a checkpoint has them.
struct GGUFTensors: TensorSource {
    private let file: GGUF
    private let tensors: [String: GGUF.NamedTensor]

    init(_ file: GGUF) throws(GGUFError) {
        self.file = file
        var tensors: [String: GGUF.NamedTensor] = [:]
        for tensor in try file.namedTensors() { tensors[tensor.name] = tensor }
        self.tensors = tensors
    }

    var tensorNames: [String] { tensors.keys.sorted() }

    var byteCount: Int { tensors.values.reduce(0) { $0 + $1.tensor.bytes.count } }

    func shape(of name: String) -> [Int]? { tensors[name]?.tensor.shape }

    func read(
        _ rows: Range<Int>, of name: String, into floats: UnsafeMutableBufferPointer<Float>
    ) throws(CheckpointError) {
        guard let named = tensors[name] else { throw .missing(tensor: name) }
        let width = named.tensor.count / max(1, named.tensor.shape.first ?? 1)
        for (place, row) in rows.enumerated() {
            file.readRow(
                row, of: named,
                into: UnsafeMutableBufferPointer(rebasing: floats[place * width..<(place + 1) * width]))
        }
    }
}
