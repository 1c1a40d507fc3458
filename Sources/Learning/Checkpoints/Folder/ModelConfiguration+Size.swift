import Transformers

extension ModelConfiguration {
    /// How many numbers the model's weights have, biases and gains apart. Sizes of a hostile file are no whole number's.
    private var weights: Double {
        let (features, width) = (Double(settings.features), Double(settings.headWidth))
        let heads = Double(2 * settings.heads + 2 * settings.keyValueHeads)
        let layer = features * heads * width + 3 * features * Double(settings.hidden)
        let tables = settings.head == .tied ? 1.0 : 2.0
        return tables * Double(settings.vocabulary) * features + Double(settings.layers) * layer
    }

    /// A layer has two norms and seven maps.
    private static let tensorsOfLayer = 9

    /// Throws if the files have fewer tensors or numbers than the model.
    func check(against source: some TensorSource) throws(CheckpointError) {
        let (count, bytes) = (source.tensorNames.count, source.byteCount)
        guard count / Self.tensorsOfLayer >= settings.layers else {
            throw .missing(tensor: "layer \(count / Self.tensorsOfLayer) of \(settings.layers)")
        }
        // The most compact of the known types has 32 numbers in 18 bytes.
        guard weights <= 2 * Double(bytes) else { throw .size(numbers: weights, bytes: bytes) }
    }
}
