/// Applies a step rule, update after update, and keeps what it must remember between them.
///
/// Adam (Kingma, Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8:
/// m = β₁·m + (1 - β₁)·g, v = β₂·v + (1 - β₂)·g², θ += size · m̂ / (√v̂ + ε), where m̂ and v̂ are m and v over 1 - βᵗ. A slot
/// without a sample in the batch does not move and its m, v and t stay: no sample is no news, not a gradient of 0.
public struct Optimizer: Hashable, Sendable, Codable {
    /// How far updates move.
    public let rule: StepRule
    /// How many updates there were.
    public private(set) var updates = 0
    private var adams: [Adam] = []

    /// Adam's memory of one parameter.
    private struct Adam: Hashable, Sendable, Codable {
        var mean = 0.0
        var square = 0.0
        /// β₁ᵗ and β₂ᵗ.
        var meanPower = 1.0
        var squarePower = 1.0

        /// m̂ / (√v̂ + ε) after the direction `g`.
        mutating func direction(after g: Double) -> Double {
            let (meanDecay, squareDecay) = (0.9, 0.999)
            mean = meanDecay * mean + (1 - meanDecay) * g
            square = squareDecay * square + (1 - squareDecay) * g * g
            meanPower *= meanDecay
            squarePower *= squareDecay
            return mean / (1 - meanPower) / ((square / (1 - squarePower)).squareRoot() + 1e-8)
        }
    }

    /// Prepares the first update.
    public init(_ rule: StepRule = .fixed()) {
        self.rule = rule
    }

    /// Moves the parameters of the slots that `steps` has a direction for, and counts the update.
    mutating func apply(_ steps: SlotSteps, to parameters: inout [Double]) {
        let size = rule.size(at: updates)
        updates += 1
        guard case .adam = rule else {
            parameters.withUnsafeMutableBufferPointer { parameters in
                for slot in steps.slots {
                    parameters[slot] += size * steps.direction(of: slot)
                }
            }
            return
        }
        if adams.count < parameters.count {
            adams.append(contentsOf: repeatElement(Adam(), count: parameters.count - adams.count))
        }
        for slot in steps.slots {
            parameters[slot] += size * adams[slot].direction(after: steps.direction(of: slot))
        }
    }
}
