import DeterministicMath

/// All learnable numbers of a model, one after the other, under their names.
///
/// A value: a copy is a snapshot, such as the reference policy of a KL penalty, and costs memory only when one of the two
/// changes.
///
/// ```swift
/// var parameters = Parameters()
/// let weight = parameters.add("hidden.weight", [6, 128], .uniform(bound: 0.4), using: &generator)
/// let reference = parameters
/// ```
public struct Parameters: Sendable {
    /// The learnable tensors in the order in which they were added.
    public private(set) var all: [Parameter] = []
    /// The numbers and gaps, then room for more.
    private var storage = Storage(count: 0)
    /// How many numbers and gaps there are.
    private(set) var length = 0
    /// What is read beside them and not learnt, if there is such a thing.
    private var frozen: [Parameters] = []

    /// No parameters yet.
    public init() {}

    /// No parameters yet, for a model that also reads others, which are not learnt: low-rank adapters, and the model that they
    /// adapt. The others are neither changed nor copied, and have no gradient.
    public init(above base: Parameters) { frozen = [base] }

    /// What is read beside these parameters and not learnt; nil if nothing is.
    public var base: Parameters? { frozen.first }

    /// Makes room for so many more numbers in so many tensors, which then are added without copying those that are there.
    public mutating func reserve(_ numbers: Int, in tensors: Int) {
        makeRoom(for: numbers + 15 * tensors, growing: false)
    }

    /// The same parameters with the numbers of a gradient of theirs, which are copied only when one of the two changes.
    init(_ parameters: Parameters, numbers: Gradient) {
        numbers.check(belongsTo: parameters)
        self = parameters
        storage = numbers.storage
    }

    /// The numbers and gaps without room for more, to be copied before they are changed.
    var filledStorage: Storage { storage.count == length ? storage : Storage(copying: length, of: storage) }

    /// How many numbers there are to learn.
    public var count: Int { all.reduce(0) { $0 + $1.shape.count } }

    /// Adds a tensor; its name must be new.
    public mutating func add(
        _ name: String, _ shape: Shape, _ initializer: Initializer, using generator: inout some RandomNumberGenerator
    ) -> Parameter {
        require(!all.contains { $0.name == name }, "two parameters are named \(name)")
        let parameter = Parameter(name: name, shape: shape, index: all.count, offset: length)
        // Every tensor begins on a boundary of 16 floats; the gaps stay 0.
        let needed = (shape.count + 15) / 16 * 16
        makeRoom(for: needed, growing: true)
        let place = changeableStorage().floats + length
        place.update(repeating: 0, count: needed)
        if initializer != .zeros, initializer != .normal(deviation: 0) {
            for i in 0..<shape.count { place[i] = initializer.draw(using: &generator) }
        }
        length += needed
        all.append(parameter)
        return parameter
    }

    /// A tensor's numbers; the new value must have its shape.
    public subscript(parameter: Parameter) -> Tensor {
        get {
            let numbers = UnsafeBufferPointer(start: floats(of: parameter), count: parameter.shape.count)
            return Tensor(parameter.shape, Array(numbers))
        }
        set {
            guard newValue.shape == parameter.shape else {
                trap(ShapeError(parameter.name, parameter.shape, "can not become \(newValue.shape)"))
            }
            check(parameter)
            let place = changeableFloats() + parameter.offset
            for (i, number) in newValue.values.enumerated() { place[i] = number }
        }
    }

    /// Calls `body` with a tensor's numbers where they are.
    public func withFloats<Result>(of parameter: Parameter, _ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: floats(of: parameter), count: parameter.shape.count))
    }

    /// Calls `body` with a tensor's numbers where they are, to be changed.
    public mutating func withChangeableFloats<Result>(
        of parameter: Parameter, _ body: (UnsafeMutableBufferPointer<Float>) -> Result
    ) -> Result {
        check(parameter)
        return body(
            UnsafeMutableBufferPointer(start: changeableFloats() + parameter.offset, count: parameter.shape.count))
    }

    /// The numbers and the gaps.
    package var floats: UnsafePointer<Float> { UnsafePointer(storage.floats) }

    func floats(of parameter: Parameter) -> UnsafePointer<Float> {
        if let base, !learns(parameter) { return base.floats(of: parameter) }
        check(parameter)
        return floats + parameter.offset
    }

    /// Whether a parameter is one of these, not one that is only read.
    package func learns(_ parameter: Parameter) -> Bool {
        parameter.index < all.count && all[parameter.index] == parameter
    }

    private func check(_ parameter: Parameter) {
        require(learns(parameter), "\(parameter.name) is not of these parameters")
    }

    /// The numbers, of which nobody else holds this copy.
    package mutating func changeableFloats() -> UnsafeMutablePointer<Float> { changeableStorage().floats }

    /// The storage, of which nobody else holds this copy.
    mutating func changeableStorage() -> Storage {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(copying: length, of: storage) }
        return storage
    }

    /// Moves the numbers to a larger storage if there is no room for more; to one of twice the size if it grows bit by bit.
    private mutating func makeRoom(for numbers: Int, growing: Bool) {
        guard length + numbers > storage.count else { return }
        let larger = Storage(count: growing ? max(length + numbers, 2 * storage.count) : length + numbers)
        larger.floats.update(from: storage.floats, count: length)
        storage = larger
    }
}
