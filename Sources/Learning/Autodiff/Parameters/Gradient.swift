import DeterministicMath

/// The derivatives of a loss with respect to every parameter of a model.
public struct Gradient: Sendable {
    private(set) var storage: Storage
    private let parameters: [Parameter]

    package init(zerosFor parameters: Parameters) {
        storage = Storage(repeating: 0, count: parameters.length)
        self.parameters = parameters.all
    }

    /// The numbers of parameters, taken for derivatives.
    init(numbersOf parameters: Parameters) {
        storage = parameters.filledStorage
        self.parameters = parameters.all
    }

    /// The derivatives with respect to one parameter's numbers, in its shape.
    public subscript(parameter: Parameter) -> Tensor {
        require(
            parameter.index < parameters.count && parameters[parameter.index] == parameter,
            "\(parameter.name) is not of these parameters")
        let numbers = UnsafeBufferPointer(start: floats + parameter.offset, count: parameter.shape.count)
        return Tensor(parameter.shape, Array(numbers))
    }

    /// √Σ g² over all numbers.
    public var norm: Float {
        var sums = SIMD8<Double>()
        // The storage's length is a multiple of 16.
        for start in stride(from: 0, to: storage.count, by: 8) {
            for lane in 0..<8 {
                let number = Double(storage.floats[start + lane])
                sums[lane] += number * number
            }
        }
        return Float((0..<8).reduce(0) { $0 + sums[$1] }.squareRoot())
    }

    /// Shortens the gradient to a norm of `limit` if it is longer (Pascanu, Mikolov, Bengio 2013, algorithm 1).
    ///
    /// One that holds NaN stays as it is, and an infinite number becomes NaN: look at ``norm`` where that may happen.
    ///
    /// - Returns: the norm before.
    @discardableResult public mutating func clip(toNorm limit: Float) -> Float {
        require(limit >= 0, "a gradient can not be clipped to a norm of \(limit)")
        let norm = norm
        if norm > limit { scale(by: limit / norm) }
        return norm
    }

    package mutating func scale(by factor: Float) {
        Kernels.widest.scale(changeableStorage(), by: factor)
    }

    /// Adds a gradient of the same parameters, number by number.
    public mutating func add(_ other: Gradient) {
        require(parameters == other.parameters, "gradients of different parameters can not be added")
        let sum = changeableStorage()
        Kernels.widest.add(sum, other.storage, into: sum)
    }

    /// The numbers and the gaps, as they lie in ``Parameters``.
    var floats: UnsafePointer<Float> { UnsafePointer(storage.floats) }

    var length: Int { storage.count }

    func check(belongsTo parameters: Parameters) {
        require(self.parameters == parameters.all, "a gradient or an optimiser of other parameters")
    }

    /// The numbers, of which nobody else holds this copy.
    package mutating func changeableFloats() -> UnsafeMutablePointer<Float> { changeableStorage().floats }

    /// The storage, of which nobody else holds this copy.
    mutating func changeableStorage() -> Storage {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
        return storage
    }
}
