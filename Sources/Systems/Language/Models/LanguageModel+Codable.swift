import Autodiff
import DeterministicMath
import Transformers

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A model of a vocabulary's words can be kept as a value, with every bit of its numbers.
extension LanguageModel: Codable {
    private enum Key: CodingKey { case vocabulary, decoder, numbers }

    /// Keeps the words, the decoder's settings, and the numbers as little-endian floats, parameter after parameter. A
    /// checkpoint's tokenizer is too large to be a value: such a model is saved as a folder.
    public func encode(to encoder: any Encoder) throws {
        guard let vocabulary = coder as? Vocabulary else {
            let context = EncodingError.Context(
                codingPath: encoder.codingPath,
                debugDescription: "only a model with a vocabulary can be kept as a value")
            throw EncodingError.invalidValue(coder, context)
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(vocabulary, forKey: .vocabulary)
        try container.encode(decoder.settings, forKey: .decoder)
        let bits = parameters.all.flatMap { parameters[$0].values.map(\.bitPattern.littleEndian) }
        try container.encode(bits.withUnsafeBytes { Data($0) }, forKey: .numbers)
    }

    /// The model that was kept.
    public init(from decoder: any Swift.Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let vocabulary = try container.decode(Vocabulary.self, forKey: .vocabulary)
        let settings = try container.decode(Transformers.Decoder.Settings.self, forKey: .decoder)
        var parameters = Parameters()
        // Every number is replaced.
        var generator = SplitMix64(seed: 0)
        let made = Transformers.Decoder(settings, in: &parameters, using: &generator)
        let data = try container.decode(Data.self, forKey: .numbers)
        guard data.count == 4 * parameters.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .numbers, in: container,
                debugDescription: "\(data.count) bytes are not the \(parameters.count) numbers of the decoder")
        }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<parameters.count).map { place in
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)))
            }
        }
        var rest = numbers[...]
        for parameter in parameters.all {
            parameters[parameter] = Tensor(parameter.shape, Array(rest.prefix(parameter.shape.count)))
            rest = rest.dropFirst(parameter.shape.count)
        }
        try self.init(coder: vocabulary, decoder: made, parameters: parameters)
    }
}
