import Advantages
import Autodiff
import DeterministicMath
import Transformers

extension LanguageModel {
    /// The model with some words more, which it has yet to learn: their rows of the token table are drawn as those of a new model
    /// are, and all else is the same.
    ///
    /// - Parameters:
    ///   - words: none of them is a word of the model yet.
    ///   - seed: decides the new rows.
    /// - Throws: ``LanguageError`` if the model's tokens are those of a checkpoint.
    public func with(words: [String], seed: UInt64) throws(LanguageError) -> LanguageModel {
        guard let vocabulary = coder as? Vocabulary else {
            throw .setting(InvalidSetting("the model's tokenizer", type(of: coder), mustBe: "a vocabulary of words"))
        }
        let larger = vocabulary.adding(words)
        var settings = decoder.settings
        settings.vocabulary = larger.count
        var parameters = Parameters()
        var generator = Xoshiro256StarStar(seed: seed)
        let made = Decoder(settings, in: &parameters, using: &generator)
        for (old, new) in zip(self.parameters.all, parameters.all) {
            let known = self.parameters[old].values
            let drawn = parameters[new].values
            parameters[new] = Tensor(new.shape, known + drawn.dropFirst(known.count))
        }
        return try LanguageModel(coder: larger, decoder: made, parameters: parameters)
    }
}
