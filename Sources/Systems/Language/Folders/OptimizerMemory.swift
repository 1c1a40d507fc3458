import Autodiff
import Checkpoints

/// The optimiser's memory in a checkpoint's folder: `optimizer.means.safetensors` and `optimizer.squares.safetensors`.
extension Adam.Memory {
    /// Writes the means and the squares; the powers are the checkpoint's to keep.
    func write(to folder: String) throws {
        try means.write(safetensors: "\(folder)/optimizer.means.safetensors")
        try squares.write(safetensors: "\(folder)/optimizer.squares.safetensors")
    }

    /// Reads what was written for these parameters.
    init(in folder: String, of parameters: Parameters, powers: [Double]) throws {
        var (means, squares) = (parameters, parameters)
        try means.restore(safetensors: "\(folder)/optimizer.means.safetensors")
        try squares.restore(safetensors: "\(folder)/optimizer.squares.safetensors")
        self.init(means: means, squares: squares, powers: powers)
    }
}
