import Autodiff
import DeterministicMath

extension Parameters {
    /// Parameters of these shapes, all ones, named "0", "1" ….
    init(ones shapes: Shape...) {
        self.init()
        var unused = SplitMix64(seed: 0)
        for (number, shape) in shapes.enumerated() {
            _ = add("\(number)", shape, .ones, using: &unused)
        }
    }
}
