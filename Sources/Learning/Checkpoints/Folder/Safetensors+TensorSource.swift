import Autodiff

extension Safetensors: TensorSource {
    var tensorNames: [String] { entries.keys.sorted() }

    var byteCount: Int { dataCount }

    func shape(of name: String) -> [Int]? { entries[name]?.shape }

    func read(
        _ rows: Range<Int>, of name: String, into floats: UnsafeMutableBufferPointer<Float>
    ) throws(CheckpointError) {
        do {
            guard let (numbers, shape) = try layout(of: name) else { return }
            let width = shape.count / max(1, shape.lengths.first ?? 1)
            read(name, numbers, from: rows.lowerBound * width, into: floats)
        } catch {
            throw .safetensors(error)
        }
    }
}
