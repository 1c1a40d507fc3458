import Foundation
import Testing

@testable import Autodiff

/// An operation as PyTorch sees it: `Fixtures/operations.py` recorded its inputs, its result, and the gradients of
/// Σ weight · result.
struct RecordedOperation: Decodable {
    struct Numbers: Decodable {
        var shape: [Int]
        var values: [Float]

        var tensor: Tensor { Tensor(Shape(shape), values) }
    }

    var inputs: [String: Numbers]
    var weights: [Float]
    var output: Numbers
    var gradients: [String: Numbers]

    static let all: [String: RecordedOperation] = {
        let url = Bundle.module.url(forResource: "Fixtures/operations", withExtension: "json")!
        return try! JSONDecoder().decode([String: RecordedOperation].self, from: Data(contentsOf: url))
    }()
}

/// Compares an operation with PyTorch's result and gradients, and its gradients with central differences, all relative
/// to the largest number of a tensor within 10⁻⁴.
///
/// Every recorded input becomes a parameter of the same name.
func expectAgreement(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ operation: (_ tape: Tape, _ input: (String) -> Parameter) -> Variable
) throws {
    let recorded = try #require(RecordedOperation.all[name], sourceLocation: sourceLocation)
    var parameters = Parameters()
    var unused = SystemRandomNumberGenerator()
    var places: [String: Parameter] = [:]
    for (name, input) in recorded.inputs.sorted(by: { $0.key < $1.key }) {
        let parameter = parameters.add(name, Shape(input.shape), .zeros, using: &unused)
        parameters[parameter] = input.tensor
        places[name] = parameter
    }
    let named = { (name: String) in places[name]! }

    let tape = Tape(parameters)
    let output = operation(tape, named)
    #expect(output.shape == recorded.output.tensor.shape, sourceLocation: sourceLocation)
    expectNear(output.values, recorded.output.values, "result", sourceLocation)

    let weights = recorded.weights
    let gradient = tape.gradient(of: tape.sum(output * weights))
    for (name, expected) in recorded.gradients {
        expectNear(gradient[named(name)].values, expected.values, "gradient of \(name)", sourceLocation)
        let differences = centralDifferences(of: named(name), at: parameters) { parameters in
            let values = operation(Tape(parameters, recording: false), named).values
            return zip(values, weights).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        }
        expectNear(gradient[named(name)].values, differences, "differences in \(name)", sourceLocation)
    }
}

/// The derivative of f in every number of a parameter, by differences at ±h and ±2h, whose error is of order h⁴.
private func centralDifferences(
    of parameter: Parameter, at parameters: Parameters, _ f: (Parameters) -> Double
) -> [Float] {
    let step: Float = 1 / 32
    return (0..<parameter.shape.count).map { place in
        func value(at offset: Float) -> Double {
            var moved = parameters
            moved[parameter].values[place] += offset
            return f(moved)
        }
        let near = value(at: step) - value(at: -step)
        let far = value(at: 2 * step) - value(at: -2 * step)
        return Float((8 * near - far) / (12 * Double(step)))
    }
}

/// Expects equal lists within 10⁻⁴ of the largest expected number.
func expectNear(_ actual: [Float], _ expected: [Float], _ what: String, _ sourceLocation: SourceLocation) {
    guard actual.count == expected.count else {
        Issue.record("\(what): \(actual.count) numbers for \(expected.count)", sourceLocation: sourceLocation)
        return
    }
    let tolerance = 1e-4 * (expected.map(abs).max() ?? 0)
    for (place, (a, b)) in zip(actual, expected).enumerated() where !(abs(a - b) <= tolerance) {
        Issue.record("\(what): \(a) at \(place) where \(b) is expected", sourceLocation: sourceLocation)
        return
    }
}
