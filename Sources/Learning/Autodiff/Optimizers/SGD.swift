/// Stochastic gradient descent with Polyak's momentum: v ← μ·v + g, θ ← θ - rate·v.
public struct SGD: Optimizer {
    /// The step size.
    public var rate: Float
    /// μ, how much of the last step's direction is kept; 0 is plain gradient descent.
    public let momentum: Float

    private var velocity: Gradient?

    /// Creates the optimiser.
    public init(rate: Float, momentum: Float = 0) {
        self.rate = rate
        self.momentum = momentum
    }

    /// One step.
    public mutating func step(_ parameters: inout Parameters, _ gradient: Gradient) {
        gradient.check(belongsTo: parameters)
        var direction = gradient
        if momentum != 0 {
            if let velocity {
                velocity.check(belongsTo: parameters)
                direction = velocity
                self.velocity = nil
                direction.scale(by: momentum)
                direction.add(gradient)
            }
            velocity = direction
        }
        let floats = parameters.changeableFloats()
        for i in 0..<direction.length { floats[i] -= rate * direction.floats[i] }
    }
}
