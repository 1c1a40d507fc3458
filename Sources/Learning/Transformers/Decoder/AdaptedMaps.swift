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
