import Autodiff
import DeterministicMath
let sizes = Decoder.Sizes(vocabulary: 128, length: 64, features: 64, heads: 4, layers: 4)
var generator = Xoshiro256StarStar(seed: 1)
var parameters = Parameters()
let model = Decoder(sizes, in: &parameters, using: &generator)
