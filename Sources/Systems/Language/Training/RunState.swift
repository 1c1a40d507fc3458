import Advantages

/// What a checkpoint knows beside tensors.
struct RunState: Codable {
    /// How many steps have been made.
    let step: Int
    /// β₁ᵗ and β₂ᵗ; nil before the first step.
    let powers: [Double]?
    /// What is remembered of each question's rewards.
    let statistics: Advantages<String>
}
