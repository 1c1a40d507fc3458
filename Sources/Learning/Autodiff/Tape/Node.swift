/// A value on the tape and, on the way back, what is known so far of the loss's gradient with respect to it.
package final class Node {
    package let shape: Shape
    package let values: Storage
    /// Whether the loss can depend on a parameter through this value; constants need no gradient.
    package let needsGradient: Bool
    private var gradient: Storage?

    init(_ values: Storage, shape: Shape, needsGradient: Bool) {
        self.values = values
        self.shape = shape
        self.needsGradient = needsGradient
    }

    /// Adds the contribution of one use of this value.
    ///
    /// Several nodes may share a contribution, so it is changed only when nobody else holds it.
    package func receive(_ contribution: Storage) {
        guard needsGradient else { return }
        let isShared = !isKnownUniquelyReferenced(&gradient)
        guard let sum = gradient else {
            gradient = contribution
            return
        }
        let total = isShared ? Storage(count: sum.count) : sum
        Kernels.widest.add(sum, contribution, into: total)
        gradient = total
    }

    /// Where the contribution of one use of this value can be added in place.
    package func gradientFloats() -> UnsafeMutablePointer<Float> {
        let isShared = !isKnownUniquelyReferenced(&gradient)
        let sum =
            gradient.map { isShared ? Storage(copying: $0) : $0 } ?? Storage(repeating: 0, count: values.count)
        gradient = sum
        return sum.floats
    }

    /// Hands over the gradient, nil if the loss does not depend on this value.
    func takeGradient() -> Storage? {
        defer { gradient = nil }
        return gradient
    }
}
