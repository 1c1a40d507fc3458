import Autodiff
import DeterministicMath

@testable import Transformers

/// A decoder as its formulas say it, in doubles: one sequence at a time, every row from the rows before it.
struct LiteralDecoder {
    let settings: Decoder.Settings
    /// Every parameter's numbers.
    var numbers: [String: [Double]]

    init(_ settings: Decoder.Settings, _ parameters: Parameters) {
        self.settings = settings
        numbers = [:]
        for parameter in parameters.all { numbers[parameter.name] = parameters[parameter].values.map(Double.init) }
    }

    /// The logits after every position.
    func logits(_ tokens: [Int]) -> [[Double]] {
        let table = numbers["model.embed_tokens.weight"]!
        let d = settings.features
        return logits(embeddings: tokens.map { Array(table[$0 * d..<($0 + 1) * d]) })
    }

    func logits(embeddings: [[Double]]) -> [[Double]] {
        var x = embeddings
        for layer in 0..<settings.layers {
            let name = "model.layers.\(layer)"
            let seen = attention(x.map { norm($0, "\(name).input_layernorm") }, "\(name).self_attn")
            x = zip(x, seen).map { zip($0, $1).map(+) }
            let hidden = x.map { feedForward(norm($0, "\(name).post_attention_layernorm"), "\(name).mlp") }
            x = zip(x, hidden).map { zip($0, $1).map(+) }
        }
        return x.map { row in
            let h = norm(row, "model.norm")
            guard settings.head == .tied else { return linear(h, "lm_head") }
            let table = numbers["model.embed_tokens.weight"]!
            return (0..<settings.vocabulary).map { token in
                h.indices.reduce(0) { $0 + h[$1] * table[token * h.count + $1] }
            }
        }
    }

    private func linear(_ x: [Double], _ name: String) -> [Double] {
        let weight = numbers["\(name).weight"]!
        let outputs = weight.count / x.count
        let bias = numbers["\(name).bias"] ?? [Double](repeating: 0, count: outputs)
        // Plain loops: most of a test's time is spent here, and tests are not optimised.
        var y = bias
        weight.withUnsafeBufferPointer { weight in
            var place = 0
            for i in 0..<x.count {
                let factor = x[i]
                for j in 0..<outputs {
                    y[j] += factor * weight[place]
                    place += 1
                }
            }
        }
        return y
    }

    private func norm(_ x: [Double], _ name: String) -> [Double] {
        let gain = numbers["\(name).weight"]!
        let bias = numbers["\(name).bias"] ?? gain.map { _ in 0 }
        let mean = settings.norm.isCentred ? x.reduce(0, +) / Double(x.count) : 0
        let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
        let scale = 1 / (variance + Double(settings.norm.epsilon)).squareRoot()
        return x.indices.map { (x[$0] - mean) * scale * gain[$0] + bias[$0] }
    }

    private func attention(_ x: [[Double]], _ name: String) -> [[Double]] {
        let (width, sharing) = (settings.headWidth, settings.heads / settings.keyValueHeads)
        func heads(_ part: String, _ count: Int, turned: Bool) -> [[[Double]]] {
            x.indices.map { position in
                let row = linear(x[position], "\(name).\(part)_proj")
                return (0..<count).map { head in
                    let numbers = Array(row[head * width..<(head + 1) * width])
                    return turned ? rotated(numbers, position: position) : numbers
                }
            }
        }
        let queries = heads("q", settings.heads, turned: true)
        let keys = heads("k", settings.keyValueHeads, turned: true)
        let values = heads("v", settings.keyValueHeads, turned: false)
        return x.indices.map { position in
            let gathered = (0..<settings.heads).flatMap { head -> [Double] in
                let scores = (0...position).map { other in
                    zip(queries[position][head], keys[other][head / sharing]).reduce(0) { $0 + $1.0 * $1.1 }
                        / Double(width).squareRoot()
                }
                let weights = softmax(scores)
                return (0..<width).map { i in
                    (0...position).reduce(0) { $0 + weights[$1] * values[$1][head / sharing][i] }
                }
            }
            return linear(gathered, "\(name).o_proj")
        }
    }

    private func rotated(_ x: [Double], position: Int) -> [Double] {
        guard case .rotary(let base) = settings.positions else { return x }
        let half = x.count / 2
        return x.indices.map { i in
            let angle = Double(position) * exp(-Double(2 * (i % half)) / Double(x.count) * log(base))
            return i < half
                ? x[i] * cos(angle) - x[i + half] * sin(angle) : x[i] * cos(angle) + x[i - half] * sin(angle)
        }
    }

    private func feedForward(_ x: [Double], _ name: String) -> [Double] {
        switch settings.feedForward {
        case .swiGLU:
            let (gate, up) = (linear(x, "\(name).gate_proj"), linear(x, "\(name).up_proj"))
            return linear(zip(gate, up).map { $0 / (1 + exp(-$0)) * $1 }, "\(name).down_proj")
        case .gelu:
            return linear(
                linear(x, "\(name).fc1").map {
                    let inner = (2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0)
                    return 0.5 * $0 * (1 + tanh(inner))
                }, "\(name).fc2")
        }
    }

    private func tanh(_ x: Double) -> Double { 1 - 2 / (exp(2 * x) + 1) }
}

/// eˣ / Σ eˣ.
func softmax(_ x: [Double]) -> [Double] {
    let largest = x.max()!
    let exponentials = x.map { exp($0 - largest) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
}

/// Decoders of every kind, tiny, with batches for them.
enum Examples {
    /// Kinds of decoders: Qwen2's, Llama's with heads that are no whole vector, and one of layer norms without positions.
    static let settings: [Decoder.Settings] = [
        Decoder.Settings(
            vocabulary: 19, features: 32, layers: 2, heads: 4, keyValueHeads: 2, headWidth: 16,
            feedForward: .swiGLU(hidden: 24), biases: [.queryKeyValue]),
        Decoder.Settings(
            vocabulary: 23, features: 20, layers: 2, heads: 2, keyValueHeads: 1, headWidth: 12,
            feedForward: .swiGLU(hidden: 18), norm: .rms(epsilon: 1e-5), positions: .rotary(base: 500),
            head: .untied),
        Decoder.Settings(
            vocabulary: 7, features: 16, layers: 1, heads: 2, feedForward: .gelu(hidden: 40),
            norm: .layer(epsilon: 1e-5), positions: .none, biases: .all, head: .untied),
        Decoder.Settings(
            vocabulary: 11, features: 64, layers: 1, heads: 1, keyValueHeads: 1, headWidth: 64,
            feedForward: .swiGLU(hidden: 33)),
    ]

    static func decoder(_ settings: Decoder.Settings, seed: UInt64 = 1) -> (Decoder, Parameters) {
        var generator = Xoshiro256StarStar(seed: seed)
        var parameters = Parameters()
        let decoder = Decoder(settings, in: &parameters, using: &generator)
        return (decoder, parameters)
    }

    /// Groups with and without a prompt, of ragged lengths, some longer than a block of attention.
    static func batch(_ settings: Decoder.Settings, seed: UInt64 = 7) -> TokenBatch {
        batch(settings, lengths: [(5, [3, 1, 18]), (0, [19, 2]), (21, [4, 17]), (1, [1])], seed: seed)
    }

    /// Groups of these lengths.
    static func batch(
        _ settings: Decoder.Settings, lengths: [(prompt: Int, completions: [Int])], seed: UInt64 = 7
    ) -> TokenBatch {
        var generator = Xoshiro256StarStar(seed: seed)
        func tokens(_ count: Int) -> [Int] { (0..<count).map { _ in generator.integer(below: settings.vocabulary) } }
        return TokenBatch(
            lengths.map { prompt, completions in
                TokenGroup(prompt: tokens(prompt), completions: completions.map { tokens($0) })
            })
    }

    /// The sequences of a batch's completions, each with its prompt, and how many of its tokens are only read.
    static func sequences(_ batch: TokenBatch) -> [(tokens: [Int], read: Int)] {
        batch.groups.flatMap { group in
            group.completions.map { (group.prompt + $0, max(1, group.prompt.count)) }
        }
    }
}
