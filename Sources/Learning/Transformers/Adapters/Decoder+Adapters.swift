public import Autodiff
import DeterministicMath

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

extension DecoderLayer {
    /// The maps that can have adapters, in the order in which they are computed.
    static var maps: [(part: String, name: String, map: WritableKeyPath<DecoderLayer, Linear?>)] {
        [
            ("self_attn", "q_proj", \.queries), ("self_attn", "k_proj", \.keys), ("self_attn", "v_proj", \.values),
            ("self_attn", "o_proj", \.mixed), ("mlp", "gate_proj", \.gate), ("mlp", "up_proj", \.up),
            ("mlp", "down_proj", \.down),
        ]
    }

    private var queries: Linear? {
        get { attention.queries }
        set { attention.queries = newValue ?? attention.queries }
    }

    private var keys: Linear? {
        get { attention.keys }
        set { attention.keys = newValue ?? attention.keys }
    }

    private var values: Linear? {
        get { attention.values }
        set { attention.values = newValue ?? attention.values }
    }

    private var mixed: Linear? {
        get { attention.output }
        set { attention.output = newValue ?? attention.output }
    }

    private var gate: Linear? {
        get { gated?.gate }
        set {
            guard let newValue, let gated else { return }
            feedForward.maps = .gated(gate: newValue, up: gated.up)
        }
    }

    private var up: Linear? {
        get { gated?.up }
        set {
            guard let newValue, let gated else { return }
            feedForward.maps = .gated(gate: gated.gate, up: newValue)
        }
    }

    private var down: Linear? {
        get { gated == nil ? nil : feedForward.output }
        set { feedForward.output = newValue ?? feedForward.output }
    }

    private var gated: (gate: Linear, up: Linear)? {
        guard case .gated(let gate, let up) = feedForward.maps else { return nil }
        return (gate, up)
    }
}
