public import Autodiff
import DeterministicMath

/// A language model: a stack of causal attention and feed-forward layers that predicts every next token.
///
/// A norm comes before each part, whose result is added to the stream. Parameters are named as in the checkpoints of Qwen2
/// and Llama. What a decoder computes for a row does not depend on what else is in a batch, nor on whether the rows before it
/// are read again or remembered: it is the same to the last bit.
///
/// ```swift
/// var parameters = Parameters()
/// let settings = Decoder.Settings(
///     vocabulary: 164, features: 64, layers: 2, heads: 4, keyValueHeads: 2, feedForward: .swiGLU(hidden: 192))
/// let decoder = Decoder(settings, in: &parameters, using: &generator)
/// let scores = decoder.scores(TokenBatch([TokenGroup(prompt: [1, 2], completions: [[3, 4]])]), on: Tape(parameters))
/// ```
public struct Decoder: Sendable {
    /// What it is made of.
    public private(set) var settings: Settings
    /// vocabulary × features, if it embeds tokens.
    let tokens: Parameter?
    var layers: [DecoderLayer]
    /// What is learnt in place of the decoder's own numbers; nil for a decoder without adapters.
    public internal(set) var adapters: LowRank?
    let norm: Norm
    /// Nil if the token table is the head.
    let ownHead: Linear?
    let angles: RotaryAngles?

    /// Adds a decoder's parameters, drawn as the settings say.
    public init(
        _ settings: Settings, in parameters: inout Parameters, using generator: inout some RandomNumberGenerator
    ) {
        settings.check()
        self.settings = settings
        let (features, first) = (settings.features, settings.initialization)
        tokens =
            settings.embedsTokens
            ? parameters.add(
                "model.embed_tokens.weight", [settings.vocabulary, features],
                .normal(deviation: first.embedding ?? 1 / Float(features).squareRoot()), using: &generator) : nil
        var layers: [DecoderLayer] = []
        for layer in 0..<settings.layers {
            layers.append(DecoderLayer("model.layers.\(layer)", settings, in: &parameters, using: &generator))
        }
        self.layers = layers
        norm = Norm("model.norm", settings.norm, features: features, in: &parameters, using: &generator)
        ownHead =
            settings.head == .untied
            ? Linear(
                "lm_head", inputs: features, outputs: settings.vocabulary,
                weight: .normal(deviation: first.head ?? first.weights / Float(features).squareRoot()),
                bias: settings.biases.contains(.head) ? first.bias(inputs: features) : nil, in: &parameters,
                using: &generator) : nil
        angles =
            switch settings.positions {
            case .rotary(let base): RotaryAngles(width: settings.headWidth, base: base)
            case .none: nil
            }
    }

    /// Adds a decoder's parameters, all of them 0: their numbers come from a checkpoint.
    public init(_ settings: Settings, in parameters: inout Parameters) {
        var settings = settings
        let first = settings.initialization
        settings.initialization = Initialization(weights: 0, outputs: 0, embedding: 0, head: 0, drawsBiases: false)
        // What is drawn from it is multiplied by 0.
        var unused = SplitMix64(seed: 0)
        self.init(settings, in: &parameters, using: &unused)
        self.settings.initialization = first
    }

    /// Whether a parameter is the weight of a linear map, inputs × outputs: checkpoints have outputs × inputs.
    package func isInputsByOutputs(_ parameter: Parameter) -> Bool {
        parameter.shape.lengths.count == 2 && parameter != tokens
    }

    /// The stream after the last layer and its norm: what the head reads.
    ///
    /// - Parameters:
    ///   - x: rows × features, the embeddings of the rows.
    ///   - packing: where sequences begin.
    /// - Returns: rows × features.
    public func callAsFunction(_ x: Variable, _ packing: Packing, on tape: Tape) -> Variable {
        guard x.shape.rows == packing.rows, x.shape.features == settings.features else {
            trap(ShapeError("decoder", x.shape, "is not \(packing.rows) rows of \(settings.features)"))
        }
        return norm(stream(x, packing, through: layers[...], on: tape), on: tape)
    }

    /// The stream after some of the layers.
    func stream(_ x: Variable, _ packing: Packing, through layers: ArraySlice<DecoderLayer>, on tape: Tape) -> Variable
    {
        layers.reduce(x) { x, layer in
            tape.feedForward(tape.attention(x, layer.attention, packing, angles), layer.feedForward)
        }
    }

    /// The stream after the last layer and its norm, for every row of a batch.
    public func callAsFunction(_ batch: TokenBatch, on tape: Tape) -> Variable {
        self(embedding(batch.tokens, on: tape), batch.packing, on: tape)
    }

    /// The logits of what follows every row.
    ///
    /// - Parameter hidden: rows × features, as the decoder gives them.
    /// - Returns: rows × vocabulary: for small vocabularies or few rows; otherwise see ``scores(_:on:temperature:reference:)``.
    public func logits(_ hidden: Variable, on tape: Tape) -> Variable {
        guard let ownHead else { return tape.linear(hidden, transposed: table) }
        return ownHead(hidden, on: tape)
    }

    func embedding(_ ids: [Int], on tape: Tape) -> Variable { tape.embedding(table, ids) }

    /// The token table.
    var table: Parameter {
        guard let tokens else { fatalError("a decoder without a token table can not read tokens") }
        return tokens
    }
}

extension Decoder {
    /// The same decoder with adapters, which alone are learnt.
    ///
    /// ```swift
    /// var adapters = Parameters(above: checkpoint.parameters)
    /// let decoder = try checkpoint.decoder.adapted(LowRank(rank: 8), in: &adapters, using: &generator)
    /// ```
    ///
    /// - Parameter parameters: those above the decoder's own, to which the adapters' are added.
    public func adapted(
        _ settings: LowRank, in parameters: inout Parameters, using generator: inout some RandomNumberGenerator
    ) throws(LowRankError) -> Decoder {
        guard adapters == nil else { throw .adapted }
        var decoder = self
        decoder.adapters = settings
        for (number, layer) in layers.enumerated() {
            for place in DecoderLayer.maps {
                let (name, path) = (place.name, "model.layers.\(number).\(place.part).\(place.name)")
                guard settings.targets.contains(name) else { continue }
                // A layer of another form has no such map.
                guard let map = layer[keyPath: place.map] else { throw .target(name) }
                decoder.layers[number][keyPath: place.map]?.adapter = try LowRankMap(
                    path, inputs: map.inputs, outputs: map.outputs, settings, in: &parameters, using: &generator)
            }
        }
        return decoder
    }

    /// The same decoder with the adapters' part of every weight added to it: W + alpha/rank · A·B.
    ///
    /// - Parameter parameters: the adapters', above the decoder's own.
    /// - Returns: a decoder without adapters, and its parameters.
    public func merged(_ parameters: Parameters) -> (decoder: Decoder, parameters: Parameters) {
        guard adapters != nil, var weights = parameters.base else { return (self, parameters) }
        for layer in layers {
            for place in DecoderLayer.maps {
                guard let map = layer[keyPath: place.map], let adapter = map.adapter else { continue }
                weights.withChangeableFloats(of: map.weight) { floats in
                    guard let start = floats.baseAddress else { return }
                    adapter.merge(into: start, with: parameters)
                }
            }
        }
        return (unadapted, weights)
    }

    /// The same decoder without adapters.
    public var unadapted: Decoder {
        var decoder = self
        decoder.adapters = nil
        for number in layers.indices {
            for place in DecoderLayer.maps { decoder.layers[number][keyPath: place.map]?.adapter = nil }
        }
        return decoder
    }
}
