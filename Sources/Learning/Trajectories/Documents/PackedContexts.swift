import DeterministicMath

/// A text whose beginning was given, such as a prompt; only the rest is to be learnt.
public struct TokenDocument: Hashable, Sendable {
    /// All tokens.
    public let tokens: [Int]
    /// How many of them are the prompt.
    public let prompt: Int

    /// Creates a document.
    public init(_ tokens: [Int], prompt: Int = 0) {
        require((0...tokens.count).contains(prompt), "a prompt of \(prompt) of \(tokens.count) tokens")
        self.tokens = tokens
        self.prompt = prompt
    }
}

/// Documents of any length, one after the other, in contexts of the same length.
///
/// Nothing is dropped: a document that does not fit goes on in the next context, and the last context is as short as what is left.
public struct PackedContexts: Hashable, Sendable {
    /// A piece of the stream of documents.
    public struct Context: Hashable, Sendable {
        /// Its tokens.
        public fileprivate(set) var tokens: [Int] = []
        /// Which of them are to be learnt: all but those of prompts, also of a prompt that goes on from the context before.
        public fileprivate(set) var isLabel: [Bool] = []
    }

    /// The contexts, in the order of the documents.
    public let contexts: [Context]

    /// Packs documents into contexts of so many tokens.
    public init(_ documents: [TokenDocument], length: Int) {
        require(length > 0, "contexts of \(length) tokens")
        var contexts: [Context] = []
        for document in documents {
            for (place, token) in document.tokens.enumerated() {
                if contexts.last.map({ $0.tokens.count == length }) ?? true { contexts.append(Context()) }
                contexts[contexts.count - 1].tokens.append(token)
                contexts[contexts.count - 1].isLabel.append(place >= document.prompt)
            }
        }
        self.contexts = contexts
    }
}
