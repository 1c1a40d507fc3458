/// The derivatives of a loss with respect to every parameter of a model.
public struct Gradient: Sendable {
    private var storage: Storage

    init(zerosFor parameters: Parameters) {
        storage = Storage(repeating: 0, count: parameters.length)
    }

    /// The derivatives with respect to one parameter's numbers, in its shape.
    public subscript(parameter: Parameter) -> Tensor {
        require(parameter.offset + parameter.shape.count <= length, "\(parameter.name) is not of these parameters")
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
    public mutating func clip(toNorm limit: Float) {
        let norm = norm
        if norm > limit { scale(by: limit / norm) }
    }

    mutating func scale(by factor: Float) {
        let floats = changeableFloats()
        for i in 0..<length { floats[i] *= factor }
    }

    mutating func add(_ other: Gradient) {
        let floats = changeableFloats()
        for i in 0..<length { floats[i] += other.floats[i] }
    }

    /// The numbers and the gaps, as they lie in ``Parameters``.
    var floats: UnsafePointer<Float> { UnsafePointer(storage.floats) }

    var length: Int { storage.count }

    func check(belongsTo parameters: Parameters) {
        require(length == parameters.length, "a gradient of other parameters")
    }

    /// The numbers, of which nobody else holds this copy.
    mutating func changeableFloats() -> UnsafeMutablePointer<Float> {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: storage) }
        return storage.floats
    }
}
