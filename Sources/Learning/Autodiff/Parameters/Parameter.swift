/// The name and place of one learnable tensor in a model's ``Parameters``; the numbers are there.
///
/// A model holds these, so the same model reads the current parameters, last step's, or a frozen reference's.
public struct Parameter: Hashable, Sendable {
    /// The name, unique in its model: "block.0.attention.weight".
    public let name: String
    /// The lengths of the axes; a weight is inputs × outputs.
    public let shape: Shape
    /// The place among the model's parameters.
    package let index: Int
    /// The place of the first number among all of the model's.
    package let offset: Int
}
