/// A byte-level byte-pair tokenizer, as checkpoints of Qwen2, SmolLM2 and GPT-2 have it.
///
/// ```swift
/// let tokenizer = try Tokenizer(readingJSON: Data(contentsOf: folder.appending(path: "tokenizer.json")))
/// let ids = tokenizer.encode("The capital of France is Paris.<|im_end|>")
/// print(tokenizer.decode(ids))
/// ```
///
/// Special tokens in the text become their own numbers; nothing is added before or after it. It is checked number by number
/// against Hugging Face's tokenizers and llama.cpp.
public struct Tokenizer: Sendable {
    /// A token that stands outside the merges, found in the text as it is written.
    public struct AddedToken: Hashable, Sendable {
        /// Its number.
        public let id: Int
        /// Its text, such as `<|im_end|>`.
        public let text: String
        /// Whether a decoder may leave it out.
        public let isSpecial: Bool

        /// Creates a token.
        public init(id: Int, text: String, isSpecial: Bool) {
            (self.id, self.text, self.isSpecial) = (id, text, isSpecial)
        }
    }

    /// How text is cut into pieces.
    public let preTokenizer: PreTokenizer
    /// The tokens outside the merges, by number.
    public let added: [AddedToken]
    /// One more than the largest number of a token. A checkpoint's table may be larger: its last rows then stand for nothing.
    public var count: Int { bytes.count }

    private let merges: BytePairMerges
    private let isNormalized: Bool
    /// The bytes of each token, empty for a number without one.
    private let bytes: [[UInt8]]
    private let isSpecial: [Bool]
    /// The added tokens by their first byte, the longest first.
    private let addedByFirstByte: [UInt8: [AddedToken]]

    /// - Parameters:
    ///   - tokens: text in the byte alphabet and number of each token that merges make.
    ///   - pairs: what is merged, first the most urgent.
    ///   - isNormalized: whether text is brought into Unicode's form NFC first.
    /// - Throws: ``TokenizerError``.
    init(
        tokens: [(text: String, id: Int)], pairs: [(left: String, right: String)], added: [AddedToken],
        preTokenizer: PreTokenizer, isNormalized: Bool
    ) throws(TokenizerError) {
        let largest = max(-1, tokens.lazy.map(\.id).max() ?? -1, added.lazy.map(\.id).max() ?? -1)
        guard largest < 1 << 24 else { throw .number(largest, of: "the last") }
        var bytes = [[UInt8]](repeating: [], count: largest + 1)
        var ids: [[UInt8]: Int] = [:]
        ids.reserveCapacity(tokens.count)
        for token in tokens {
            guard let content = ByteAlphabet.bytes(of: token.text) else { throw .token(token.text, id: token.id) }
            guard token.id >= 0, bytes[token.id].isEmpty, ids[content] == nil else {
                throw .number(token.id, of: token.text)
            }
            bytes[token.id] = content
            ids[content] = token.id
        }
        merges = try BytePairMerges(ids: ids, pairs: Self.bytes(of: pairs))
        var isSpecial = [Bool](repeating: false, count: bytes.count)
        for token in added {
            guard token.id >= 0, !token.text.isEmpty,
                bytes[token.id].isEmpty || bytes[token.id] == Array(token.text.utf8)
            else { throw .number(token.id, of: token.text) }
            bytes[token.id] = Array(token.text.utf8)
            isSpecial[token.id] = token.isSpecial
        }
        self.added = added.sorted { $0.id < $1.id }
        addedByFirstByte = Dictionary(grouping: self.added) { $0.text.utf8.first! }
            .mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
        (self.bytes, self.isSpecial) = (bytes, isSpecial)
        (self.preTokenizer, self.isNormalized) = (preTokenizer, isNormalized)
    }

    private static func bytes(
        of pairs: [(left: String, right: String)]
    ) throws(TokenizerError) -> [(left: [UInt8], right: [UInt8], text: String)] {
        var result: [(left: [UInt8], right: [UInt8], text: String)] = []
        for (rank, pair) in pairs.enumerated() {
            let text = pair.left + " " + pair.right
            guard let left = ByteAlphabet.bytes(of: pair.left), let right = ByteAlphabet.bytes(of: pair.right) else {
                throw .merge(text, number: rank + 1)
            }
            result.append((left, right, text))
        }
        return result
    }

    /// The bytes that no token can write: SmolLM2's vocabulary lacks some control characters. ``encode(_:)`` leaves them out, as
    /// the tokenizers that such checkpoints were trained with do.
    public var missingBytes: [UInt8] { merges.missing }

    /// The numbers of a text's tokens.
    public func encode(_ text: String) -> [Int] {
        var ids: [Int] = []
        let content = Array(text.utf8)
        var (start, place) = (0, 0)
        while place < content.count {
            guard let token = addedToken(at: place, in: content) else {
                place += 1
                continue
            }
            encodeOrdinary(content[start..<place], into: &ids)
            ids.append(token.id)
            place += token.text.utf8.count
            start = place
        }
        encodeOrdinary(content[start...], into: &ids)
        return ids
    }

    private func addedToken(at place: Int, in content: [UInt8]) -> AddedToken? {
        addedByFirstByte[content[place]]?.first { content[place...].starts(with: $0.text.utf8) }
    }

    /// Text without added tokens.
    private func encodeOrdinary(_ content: ArraySlice<UInt8>, into ids: inout [Int]) {
        guard !content.isEmpty else { return }
        var text = String(decoding: content, as: UTF8.self)
        // Below U+0300 every text is in form NFC.
        if isNormalized, text.unicodeScalars.contains(where: { $0.value >= 0x300 }) {
            text = text.composed
        }
        for piece in preTokenizer.pieces(of: text) { merges.encode(piece, into: &ids) }
    }

    /// The text of tokens; bytes that are no UTF-8, and numbers without a token, become U+FFFD.
    public func decode(_ ids: some Sequence<Int>, skippingSpecial: Bool = false) -> String {
        String(decoding: ids.flatMap { bytes(of: $0, skippingSpecial: skippingSpecial) }, as: UTF8.self)
    }

    /// The bytes of one token.
    func bytes(of id: Int, skippingSpecial: Bool) -> [UInt8] {
        guard bytes.indices.contains(id), !bytes[id].isEmpty else { return Array("\u{FFFD}".utf8) }
        return skippingSpecial && isSpecial[id] ? [] : bytes[id]
    }

    /// The number of an added token, such as `<|im_end|>`.
    public func id(ofAdded text: String) -> Int? { added.first { $0.text == text }?.id }
}
