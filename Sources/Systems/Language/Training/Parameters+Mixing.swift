import Autodiff

extension Parameters {
    /// Moves every number a share of the way to that of the same place in others: θ ← (1 - share) θ + share θ'.
    mutating func move(toward others: Parameters, by share: Float) {
        for parameter in all {
            var tensor = self[parameter]
            for (place, other) in others[parameter].values.enumerated() {
                tensor.values[place] = (1 - share) * tensor.values[place] + share * other
            }
            self[parameter] = tensor
        }
    }
}
