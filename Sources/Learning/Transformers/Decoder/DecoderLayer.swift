import Autodiff

/// The parameters of one layer: attention, then the feed-forward part, each with a norm before it.
struct DecoderLayer: Sendable {
    var attention: AttentionPart
    var feedForward: FeedForwardPart

    init(
        _ name: String, _ settings: Decoder.Settings, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        attention = AttentionPart(name, settings, in: &parameters, using: &generator)
        feedForward = FeedForwardPart(name, settings, in: &parameters, using: &generator)
    }
}

/// x + output(attention of queries, keys and values of norm(x)).
struct AttentionPart: Sendable {
    let norm: Norm
    var queries: Linear
    var keys: Linear
    var values: Linear
    var output: Linear
    let heads: Int
    let keyValueHeads: Int
    let width: Int

    init(
        _ name: String, _ settings: Decoder.Settings, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        (heads, keyValueHeads, width) = (settings.heads, settings.keyValueHeads, settings.headWidth)
        norm = Norm(
            "\(name).input_layernorm", settings.norm, features: settings.features, in: &parameters, using: &generator)
        let (features, mixed) = (settings.features, settings.heads * settings.headWidth)
        let shared = settings.keyValueHeads * settings.headWidth
        queries = settings.linear(
            "\(name).self_attn.q_proj", features, mixed, bias: .queryKeyValue, in: &parameters, using: &generator)
        keys = settings.linear(
            "\(name).self_attn.k_proj", features, shared, bias: .queryKeyValue, in: &parameters, using: &generator)
        values = settings.linear(
            "\(name).self_attn.v_proj", features, shared, bias: .queryKeyValue, in: &parameters, using: &generator)
        output = settings.linear(
            "\(name).self_attn.o_proj", mixed, features, bias: .attentionOutput, endsInStream: true, in: &parameters,
            using: &generator)
    }

    /// Numbers in a row of queries, keys and values.
    var mixedWidth: Int { (heads + 2 * keyValueHeads) * width }
}

/// x + the feed-forward part of norm(x).
struct FeedForwardPart: Sendable {
    enum Maps: Sendable {
        case gated(gate: Linear, up: Linear)
        case plain(Linear)
    }

    let norm: Norm
    var maps: Maps
    var output: Linear
    let hidden: Int

    init(
        _ name: String, _ settings: Decoder.Settings, in parameters: inout Parameters,
        using generator: inout some RandomNumberGenerator
    ) {
        norm = Norm(
            "\(name).post_attention_layernorm", settings.norm, features: settings.features, in: &parameters,
            using: &generator)
        let features = settings.features
        hidden = settings.hidden
        let outputName: String
        switch settings.feedForward {
        case .swiGLU(let hidden):
            let gate = settings.linear(
                "\(name).mlp.gate_proj", features, hidden, bias: .feedForward, in: &parameters, using: &generator)
            let up = settings.linear(
                "\(name).mlp.up_proj", features, hidden, bias: .feedForward, in: &parameters, using: &generator)
            maps = .gated(gate: gate, up: up)
            outputName = "down_proj"
        case .gelu(let hidden):
            maps = .plain(
                settings.linear(
                    "\(name).mlp.fc1", features, hidden, bias: .feedForward, in: &parameters, using: &generator))
            outputName = "fc2"
        }
        output = settings.linear(
            "\(name).mlp.\(outputName)", hidden, features, bias: .feedForward, endsInStream: true, in: &parameters,
            using: &generator)
    }

    /// Numbers in a row before the nonlinearity.
    var innerWidth: Int {
        switch maps {
        case .gated: 2 * hidden
        case .plain: hidden
        }
    }
}

extension Decoder.Settings {
    fileprivate func linear(
        _ name: String, _ inputs: Int, _ outputs: Int, bias: Biases, endsInStream: Bool = false,
        in parameters: inout Parameters, using generator: inout some RandomNumberGenerator
    ) -> Linear {
        let first = initialization
        let size = endsInStream ? first.outputs ?? 1 / Float(2 * layers).squareRoot() : first.weights
        return Linear(
            name, inputs: inputs, outputs: outputs, weight: .normal(deviation: size / Float(inputs).squareRoot()),
            bias: biases.contains(bias) ? first.bias(inputs: inputs) : nil, in: &parameters, using: &generator)
    }
}

extension Decoder.Initialization {
    func bias(inputs: Int) -> Initializer { drawsBiases ? .fan(in: inputs) : .zeros }
}
