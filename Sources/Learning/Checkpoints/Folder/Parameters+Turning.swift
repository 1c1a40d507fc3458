import Autodiff

/// A weight is inputs × outputs here and outputs × inputs in files.
extension Parameters {
    /// So many rows of a file are read at a time.
    private static let strip = 16

    /// Takes every parameter's numbers from a file that holds these and no others.
    ///
    /// - Parameters:
    ///   - name: what a parameter is called there.
    ///   - isTurned: whether its rows and columns are exchanged there.
    ///   - isIdle: whether a tensor there may be left over.
    mutating func take(
        from source: some TensorSource, named name: (Parameter) -> String = \.name,
        turning isTurned: (Parameter) -> Bool,
        leavingOut isIdle: (String) -> Bool = { _ in false }
    ) throws(CheckpointError) {
        var unused = Set(source.tensorNames)
        for parameter in all {
            let (name, lengths) = (name(parameter), parameter.shape.lengths)
            let expected = isTurned(parameter) ? lengths.reversed() : lengths
            guard let found = source.shape(of: name) else { throw .missing(tensor: name) }
            guard found == expected else { throw .shape(tensor: name, found: found, expected: expected) }
            unused.remove(name)
            try read(parameter, from: source, named: name, turning: isTurned(parameter))
        }
        if let name = unused.sorted().first(where: { !isIdle($0) }) { throw .unknown(tensor: name) }
    }

    /// Takes a parameter's numbers from a file.
    private mutating func read(
        _ parameter: Parameter, from source: some TensorSource, named name: String, turning: Bool
    ) throws(CheckpointError) {
        let result = withChangeableFloats(of: parameter) { floats -> Result<Void, CheckpointError> in
            Result { () throws(CheckpointError) in
                guard turning, let start = floats.baseAddress else {
                    try source.read(0..<(parameter.shape.lengths.first ?? 1), of: name, into: floats)
                    return
                }
                let (inputs, outputs) = (parameter.shape.rows, parameter.shape.features)
                let rows = Storage(count: Self.strip * inputs)
                for first in stride(from: 0, to: outputs, by: Self.strip) {
                    let count = min(Self.strip, outputs - first)
                    try source.read(
                        first..<first + count, of: name,
                        into: UnsafeMutableBufferPointer(start: rows.floats, count: count * inputs))
                    let strip = Matrix(rows.floats, rows: count, columns: inputs)
                    guard count < Self.strip else {
                        Kernels.widest.transpose(strip, into: start + first, rowStride: outputs)
                        continue
                    }
                    // The kernel would fill up the rows of 16.
                    for row in 0..<count {
                        for column in 0..<inputs {
                            start[column * outputs + first + row] = rows.floats[row * inputs + column]
                        }
                    }
                }
            }
        }
        try result.get()
    }

    /// A weight's numbers as outputs × inputs.
    func turned(_ parameter: Parameter) -> [Float] {
        let (inputs, outputs) = (parameter.shape.rows, parameter.shape.features)
        return withFloats(of: parameter) { floats in
            [Float](unsafeUninitializedCapacity: inputs * outputs) { turned, count in
                for output in 0..<outputs {
                    for input in 0..<inputs { turned[output * inputs + input] = floats[input * outputs + output] }
                }
                count = inputs * outputs
            }
        }
    }
}
