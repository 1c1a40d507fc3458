/// Tensors by name, wherever they are kept, under the names and in the shapes of Hugging Face's checkpoints: a weight is outputs
/// × inputs.
protocol TensorSource {
    /// The names, in ascending order.
    var tensorNames: [String] { get }

    /// How many bytes all of them have, or more.
    var byteCount: Int { get }

    /// The lengths of a tensor's axes; nil if there is no such tensor.
    func shape(of name: String) -> [Int]?

    /// Writes some rows' numbers; the room for them is as large as they need.
    func read(
        _ rows: Range<Int>, of name: String, into floats: UnsafeMutableBufferPointer<Float>
    ) throws(CheckpointError)
}
