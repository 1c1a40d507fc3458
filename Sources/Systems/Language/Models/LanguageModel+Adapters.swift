import Advantages
import Autodiff
import DeterministicMath
public import Transformers

extension LanguageModel {
    /// The same model with new low-rank adapters, which alone are learnt; it answers as before until they are.
    ///
    /// - Parameter seed: decides the adapters' first numbers.
    /// - Throws: `LowRankError` if the model can not have such adapters.
    public func adapted(by adapters: LowRank, seed: UInt64) throws -> LanguageModel {
        // Samples have the streams of their steps' numbers.
        var generator = Xoshiro256StarStar(seed: seed, stream: .max)
        var learnt = Parameters(above: parameters)
        let adapted = try decoder.adapted(adapters, in: &learnt, using: &generator)
        return try LanguageModel(coder: coder, decoder: adapted, parameters: learnt)
    }

    /// The same model with its adapters' part added to every weight; itself if it has none.
    public func merged() throws(LanguageError) -> LanguageModel {
        let (decoder, parameters) = decoder.merged(parameters)
        return try LanguageModel(coder: coder, decoder: decoder, parameters: parameters)
    }

    /// Layers that are not trained, and adapters, exclude one another.
    func check(trainedLayers layers: Int?) throws(LanguageError) {
        guard let layers, decoder.adapters != nil else { return }
        throw .setting(InvalidSetting("trainedLayers", layers, mustBe: "left out where adapters are trained"))
    }
}
