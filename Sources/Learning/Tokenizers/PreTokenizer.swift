/// How text is cut into pieces before its bytes are merged; no token reaches over a cut.
///
/// Each case is one published pattern, matched by hand: an engine of regular expressions would be a dependency, and Swift's
/// matches whole characters where these patterns match code points.
public enum PreTokenizer: Hashable, Sendable {
    /// GPT-2's pattern.
    case gpt2
    /// GPT-2's pattern between digits, each of which is a piece of its own: SmolLM's.
    case gpt2WithSingleDigits
    /// Qwen2's pattern.
    case qwen2

    /// Qwen2's pattern as `tokenizer.json` writes it.
    public static let qwen2Pattern =
        #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#

    /// The pre-tokenizer that a GGUF file names under `tokenizer.ggml.pre`.
    public init(ggufName name: String) throws(TokenizerError) {
        switch name {
        case "gpt-2": self = .gpt2
        case "smollm": self = .gpt2WithSingleDigits
        case "qwen2": self = .qwen2
        default: throw .unsupported(what: "pre-tokenizer (tokenizer.ggml.pre)", value: name)
        }
    }

    /// The pieces of `text`, in order and without gaps.
    func pieces(of text: some StringProtocol) -> [ArraySlice<UInt8>] {
        let scalars = Array(text.unicodeScalars)
        let bytes = Array(text.utf8)
        let classes = scalars.map(ScalarClass.init)
        var pieces: [ArraySlice<UInt8>] = []
        var (place, byte) = (0, 0)
        while place < scalars.count {
            let part = self == .gpt2WithSingleDigits ? Self.digitPart(from: place, in: classes) : place..<scalars.count
            let scan = PatternScan(scalars: scalars[part], classes: classes[part])
            while place < part.upperBound {
                let end = self == .qwen2 ? scan.qwen2(from: place) : scan.gpt2(from: place)
                let width = scalars[place..<end].reduce(0) { $0 + UTF8.width($1) }
                pieces.append(bytes[byte..<byte + width])
                (place, byte) = (end, byte + width)
            }
        }
        return pieces
    }

    /// A single digit, or all up to the next digit.
    private static func digitPart(from start: Int, in classes: [ScalarClass]) -> Range<Int> {
        guard classes[start] != .number else { return start..<start + 1 }
        return start..<(classes[start...].firstIndex(of: .number) ?? classes.count)
    }
}

/// What the patterns distinguish.
enum ScalarClass {
    case letter
    case number
    case newline
    case space
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\r", "\n": self = .newline
        case "a"..."z", "A"..."Z": self = .letter
        case "0"..."9": self = .number
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
            case .decimalNumber, .letterNumber, .otherNumber: self = .number
            default: self = scalar.properties.isWhitespace ? .space : .other
            }
        }
    }

    var isWhitespace: Bool { self == .space || self == .newline }
}

extension UTF8 {
    /// How many bytes a code point takes.
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x1_0000: 3
        default: 4
        }
    }
}
