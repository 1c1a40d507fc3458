import Autodiff
import DeterministicMath

/// A policy and a value with sparse inputs: the sum of some inputs' embeddings and a bias, ReLU, and linear heads for five
/// logits and a value.
///
/// Forward and backward steps are written out on lanes of 16 numbers, without a tape: a window of steps in the dark room is
/// too little work to record.
struct ActorCritic: Sendable {
    typealias Lanes = SIMD16<Float>

    /// Five logits and the value.
    static let outputs = Action.count + 1

    /// How many lanes of 16 a row of features fills.
    let width: Int
    var parameters = Parameters()
    /// inputs × features.
    let embedding: Parameter
    /// features.
    let bias: Parameter
    /// A row of features for each logit, then the value's.
    let heads: Parameter
    /// One for each logit, then the value's.
    let headBias: Parameter

    /// Adds the parameters: embedding and bias as told, the heads uniform within 1/√features. Features are a multiple of 16.
    init(
        inputs: Int, features: Int, embedding: Initializer, bias: Initializer,
        using generator: inout Xoshiro256StarStar
    ) {
        require(features > 0 && features.isMultiple(of: 16), "\(features) features are no multiple of 16")
        width = features / 16
        self.embedding = parameters.add("embedding", [inputs, features], embedding, using: &generator)
        self.bias = parameters.add("bias", [features], bias, using: &generator)
        heads = parameters.add("heads", [Self.outputs, features], .fan(in: features), using: &generator)
        headBias = parameters.add("heads.bias", [Self.outputs], .fan(in: features), using: &generator)
    }

    /// Makes every value 0, so that at first the features do not change because of it.
    mutating func forgetValue() {
        let floats = parameters.changeableFloats()
        let row = floats + heads.offset + Action.count * 16 * width
        row.update(repeating: 0, count: 16 * width)
        floats[headBias.offset + Action.count] = 0
    }

    /// Logits in lanes 0 to 4 and the value in lane 5; keeps the features.
    ///
    /// `fixed`, a row of features that does not learn, is added to the embeddings.
    @inline(__always)
    func evaluate(
        _ inputs: some Collection<Int32>, fixed: UnsafePointer<Lanes>? = nil, features: UnsafeMutablePointer<Lanes>
    ) -> SIMD8<Float> {
        let floats = parameters.floats
        let rows = lanes(floats + embedding.offset)
        let bias = lanes(floats + bias.offset)
        for lane in 0..<width { features[lane] = bias[lane] }
        if let fixed {
            for lane in 0..<width { features[lane] += fixed[lane] }
        }
        for input in inputs {
            let row = rows + Int(input) * width
            for lane in 0..<width { features[lane] += row[lane] }
        }
        for lane in 0..<width { features[lane].replace(with: 0, where: features[lane] .<= 0) }
        let heads = lanes(floats + heads.offset)
        var outputs = SIMD8<Float>.zero
        for head in 0..<Self.outputs {
            var sum = Lanes.zero
            for lane in 0..<width { sum += features[lane] * heads[head * width + lane] }
            outputs[head] = total(sum) + floats[headBias.offset + head]
        }
        return outputs
    }

    /// Adds the gradient of one evaluation whose outputs have the gradient `slope`.
    @inline(__always)
    func addGradient(
        _ inputs: some Collection<Int32>, features: UnsafePointer<Lanes>, slope: SIMD8<Float>,
        to gradient: UnsafeMutablePointer<Float>
    ) {
        let heads = lanes(parameters.floats + heads.offset)
        let headGradient = lanes(gradient + self.heads.offset)
        let biasGradient = lanes(gradient + bias.offset)
        let rows = lanes(gradient + embedding.offset)
        for lane in 0..<width {
            let feature = features[lane]
            var back = Lanes.zero
            for head in 0..<Self.outputs {
                let place = head * width + lane
                headGradient[place] += slope[head] * feature
                back += slope[head] * heads[place]
            }
            back.replace(with: 0, where: feature .<= 0)
            biasGradient[lane] += back
            for input in inputs { rows[Int(input) * width + lane] += back }
        }
        for head in 0..<Self.outputs { gradient[headBias.offset + head] += slope[head] }
    }
}

/// Every tensor begins on a boundary of 16 floats.
@inline(__always)
func lanes(_ floats: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<SIMD16<Float>> {
    UnsafeMutableRawPointer(floats).assumingMemoryBound(to: SIMD16<Float>.self)
}

@inline(__always)
func lanes(_ floats: UnsafePointer<Float>) -> UnsafePointer<SIMD16<Float>> {
    UnsafeRawPointer(floats).assumingMemoryBound(to: SIMD16<Float>.self)
}

/// The sum of the lanes: halves are added to halves.
@inline(__always)
func total(_ x: SIMD16<Float>) -> Float {
    let eight = x.lowHalf + x.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
}
